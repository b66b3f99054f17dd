using Strata.Cli;
using Strata.Cli.Frame;

return await StrataCommand.RunAsync(args, App.FromProcess());
