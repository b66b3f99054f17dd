namespace Pulumi;

/// <summary>Options of a resource that a provider manages.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs to treat as secret beside those that the provider says are.</summary>
    public List<string> AdditionalSecretOutputs { get => field ??= []; set; }

    /// <summary>Id of an existing resource to take over.</summary>
    public string? ImportId { get; set; }

    public Dictionary<string, string> EnvVarMappings { get => field ??= []; set; }

    /// <summary>New options: the second's over the first's, lists joined. Neither argument is changed.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = options1?.Copy() ?? new CustomResourceOptions();
        var over = options2 ?? new CustomResourceOptions();
        merged.MergeOver(over);
        merged.DeleteBeforeReplace = over.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
        merged.AdditionalSecretOutputs.AddRange(over.AdditionalSecretOutputs);
        merged.ImportId = over.ImportId ?? merged.ImportId;
        foreach (var (variable, name) in over.EnvVarMappings)
        {
            merged.EnvVarMappings[variable] = name;
        }

        return merged;
    }

    internal override ResourceOptions Clone() => Copy();

    private CustomResourceOptions Copy() => CopyTo(new CustomResourceOptions
    {
        DeleteBeforeReplace = DeleteBeforeReplace,
        AdditionalSecretOutputs = [.. AdditionalSecretOutputs],
        ImportId = ImportId,
        EnvVarMappings = new(EnvVarMappings),
    });
}
