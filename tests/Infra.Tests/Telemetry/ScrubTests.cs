using System.Text.RegularExpressions;
using Infra.Components.Telemetry.Collector.Config;

namespace Infra.Tests.Telemetry;

/// <summary>
/// What the collectors mask. The patterns use only what RE2, which the collector reads them with, and .NET have alike.
/// </summary>
public sealed class ScrubTests
{
    private static readonly Scrub _scrub = new();

    [Theory]
    [InlineData("http.request.header.authorization")]
    [InlineData("http.request.header.cookie")]
    [InlineData("http.response.header.set-cookie")]
    [InlineData("db.password")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("vault.token")]
    [InlineData("x-api-key")]
    [InlineData("user.email")]
    [InlineData("enduser.e-mail")]
    [InlineData("session.id")]
    public void An_attribute_with_a_telling_name_is_masked_whole(string key) =>
        Assert.Contains(_scrub.BlockedKeyPatterns, pattern => Regex.IsMatch(key, pattern));

    [Theory]
    [InlineData("http.route")]
    [InlineData("http.response.status_code")]
    [InlineData("k8s.pod.name")]
    [InlineData("service.name")]
    [InlineData("strata.evidence.outcome")]
    [InlineData("db.system.name")]
    [InlineData("url.path")]
    public void An_attribute_that_says_nothing_secret_is_kept(string key) =>
        Assert.DoesNotContain(_scrub.BlockedKeyPatterns, pattern => Regex.IsMatch(key, pattern));

    [Theory]
    [InlineData("got Bearer abcdefgh12345678 from caller", "got *** from caller")]
    [InlineData("authorization: Basic dXNlcjpwYXNz", "authorization: ***")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln", "***")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE used", "key *** used")]
    [InlineData("mail to jane.doe+x@example.co.uk failed", "mail to *** failed")]
    [InlineData("postgres://strata:hunter2@db:5432/strata", "postgres***db:5432/strata")]
    [InlineData("Host=db;Password=hunter2;Port=5432", "Host=db;***;Port=5432")]
    [InlineData("https://s3/x?X-Amz-Signature=0a1b2c&v=1", "https://s3/x?***&v=1")]
    [InlineData("token hvs.CAESIJzzzzzzzzzzzzzzzzzzzzz", "token ***")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----", "***")]
    public void What_looks_like_a_secret_is_masked_in_any_value(string value, string masked) => Assert.Equal(
        masked,
        _scrub.BlockedValues.Aggregate(value, (text, pattern) => Regex.Replace(text, pattern, "***")));

    [Theory]
    [InlineData("/evidence/{digest}")]
    [InlineData("sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("https://api.example.com:8443/health")]
    [InlineData("2026-11-21T00:00:00Z")]
    [InlineData("GET /records?page=2")]
    [InlineData("arn:aws:s3:::strata-prod-vault/objects/x")]
    public void What_is_no_secret_is_kept(string value) =>
        Assert.DoesNotContain(_scrub.BlockedValues, pattern => Regex.IsMatch(value, pattern));

    [Fact]
    public void Nothing_is_dropped_and_what_was_masked_is_not_told()
    {
        Assert.True(_scrub.AllowAllKeys);
        Assert.True(_scrub.RedactAllTypes);
        Assert.Equal("silent", _scrub.Summary);
    }
}
