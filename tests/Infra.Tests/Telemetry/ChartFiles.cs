using Tests.Support;

namespace Infra.Tests.Telemetry;

/// <summary>Files of charts that the repository does not hold: beside it, or where STRATA_CHARTS says.</summary>
internal static class ChartFiles
{
    public const string OtelSchema = "opentelemetry-collector-0.170.0.values.schema.json";

    private static readonly string _folder = Environment.GetEnvironmentVariable("STRATA_CHARTS")
        ?? Path.Combine(Checkout.Root, "..", "shared", "charts");

    public static bool Have(string file) => File.Exists(PathOf(file));

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    private static string PathOf(string file) => Path.Combine(_folder, file);
}
