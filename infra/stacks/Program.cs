using Infra.Stacks.Environments;
using Infra.Stacks.Layers;

// The Pulumi engine starts this program and names the stack, ENVIRONMENT.LAYER. This is where its environment is read.
if (Environment.GetEnvironmentVariable("PULUMI_STACK") is not { Length: > 0 } stack)
{
    Console.Error.WriteLine("This program is run by the Pulumi engine, which says which stack it is: `pulumi up "
        + $"--stack dev.{LayerRegistry.All[0].Name}`. `./strata preview dev` needs no engine.");
    return 2;
}

try
{
    var (environment, layer) = LayerRegistry.Parse(stack);
    return await layer.RunAsync(EnvironmentFolder.Built.Read(environment));
}
catch (Exception exception) when (exception is EnvironmentFileException or UnknownLayerException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
