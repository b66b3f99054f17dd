namespace Evidence.Pipeline.Vault;

/// <summary>A bucket's default retention.</summary>
/// <param name="Mode">How hard it is.</param>
/// <param name="Days">Days from the write, or null if it is given in years.</param>
/// <param name="Years">Years from the write, or null if it is given in days.</param>
public sealed record DefaultRetention(LockMode Mode, int? Days, int? Years)
{
    /// <summary>For a sentence.</summary>
    public override string ToString()
    {
        var (count, unit) = Years is { } years ? (years, "year") : (Days, "day");
        return $"{Mode.ToString().ToUpperInvariant()} for {count} {unit}{(count == 1 ? "" : "s")}";
    }
}
