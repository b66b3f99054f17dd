using Tests.Support.Node;

namespace Infra.Tests.Telemetry;

/// <summary>Checks against a chart's own schema. Did not run, and says so, where the schema is not there.</summary>
internal sealed class ChartSchemaTheoryAttribute : TheoryAttribute
{
    public ChartSchemaTheoryAttribute() => Skip = ChartFiles.Have(ChartFiles.OtelSchema)
        ? new NodeTheoryAttribute().Skip
        : $"did not run: there is no '{ChartFiles.OtelSchema}'; set STRATA_CHARTS to the folder that has it";
}
