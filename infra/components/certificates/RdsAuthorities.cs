namespace Infra.Components.Certificates;

/// <summary>
/// The authorities that RDS signs its databases' certificates with, per region: roots that AWS publishes, valid until
/// 2061 and later. Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
/// </summary>
public static class RdsAuthorities
{
    /// <summary>The authorities of a region, as PEM.</summary>
    /// <param name="region">The region of the database.</param>
    /// <exception cref="ArgumentException">There are none of that region here.</exception>
    public static string Of(string region) => Find(region) ?? throw new ArgumentException(
        $"The authorities of RDS in '{region}' are not here, so nothing could verify a database there: put AWS's "
        + $"bundle of the region into infra/components/certificates/rds/{region}.pem.",
        nameof(region));

    /// <summary>The authorities of a region, as PEM; null where there are none of that region here.</summary>
    /// <param name="region">The region of the database.</param>
    public static string? Find(string region)
    {
        using var stream = typeof(RdsAuthorities).Assembly.GetManifestResourceStream($"{region}.pem");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
