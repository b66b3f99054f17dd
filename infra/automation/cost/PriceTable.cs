using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Automation.Cost;

/// <summary>
/// List prices of one day. Rough by nature: no discounts, no free tiers, no taxes, and nothing that is paid by use.
/// </summary>
/// <param name="AsOf">The day that the prices were read.</param>
/// <param name="Currency">Their currency.</param>
/// <param name="Regions">The prices by region and item.</param>
public sealed record PriceTable(
    DateOnly AsOf, string Currency, ImmutableDictionary<string, ImmutableDictionary<string, Price>> Regions)
{
    /// <summary>Hours of a month as AWS counts them in its own estimates: a year has twelve of them.</summary>
    public const decimal HoursPerMonth = 730;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The table in the repository.</summary>
    public static PriceTable Built => _built.Value;

    private static readonly Lazy<PriceTable> _built = new(() =>
    {
        const string Resource = "prices.json";
        using var stream = typeof(PriceTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"'{Resource}' was not built into this program.");
        return JsonSerializer.Deserialize<PriceTable>(stream, _json)
            ?? throw new InvalidOperationException($"'{Resource}' holds nothing.");
    });

    /// <summary>The price of an item in a region; null where the table has none.</summary>
    public Price? Find(string region, string item) => Regions.GetValueOrDefault(region)?.GetValueOrDefault(item);
}
