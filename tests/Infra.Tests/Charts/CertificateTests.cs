using System.Security.Cryptography.X509Certificates;
using Infra.Components.Certificates;
using Infra.Components.Flows;
using Infra.Tests.Flows;

namespace Infra.Tests.Charts;

public sealed class CertificateTests
{
    [Fact]
    public void What_a_pod_calls_in_another_is_under_tls_or_says_why_it_is_not()
    {
        var certified = PlatformCertificates.All
            .Where(certificate => certificate.Use.HasFlag(CertificateUse.Server))
            .Select(certificate => certificate.Workload)
            // Temporal's services share one certificate among each other.
            .Concat(Components.Flows.Catalogue.PlatformWorkloads.TemporalServices)
            .ToHashSet();
        Assert.All(
            Plans.ProdFlows.Flows.Where(flow => flow is { From: Workload, To: Workload }),
            flow => Assert.True(
                certified.Contains((Workload)flow.To) || PlatformCertificates.Plain.ContainsKey(flow.Port.Name),
                $"{flow} has neither a certificate nor a reason to have none"));
    }

    [Fact]
    public void Every_reason_to_be_plain_is_of_a_port_that_is_called() => Assert.All(
        PlatformCertificates.Plain,
        reason => Assert.Contains(Plans.ProdFlows.Flows, flow => flow.Port.Name == reason.Key));

    [Fact]
    public void Certificates_have_names_of_their_own_and_say_whose_they_are() => Assert.All(
        PlatformCertificates.All.GroupBy(certificate => (certificate.Workload.Namespace, certificate.Name)),
        group =>
        {
            var certificate = Assert.Single(group);
            Assert.NotEmpty(certificate.DnsNames);
            Assert.NotEqual(CertificateUse.None, certificate.Use);
        });

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eu-west-1")]
    public void The_authorities_of_rds_are_roots_of_their_region(string region)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPem(RdsAuthorities.Of(region));
        Assert.Equal(3, roots.Count);
        Assert.All(roots, root =>
        {
            Assert.Contains($"CN=Amazon RDS {region} Root CA", root.Subject, StringComparison.Ordinal);
            Assert.Equal(root.Subject, root.Issuer);
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(root);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            Assert.True(chain.Build(root)); // Its own signature is right.
        });
    }

    [Fact]
    public void A_region_without_authorities_is_named()
    {
        var exception = Assert.Throws<ArgumentException>(() => RdsAuthorities.Of("us-west-2"));
        Assert.Contains("us-west-2.pem", exception.Message, StringComparison.Ordinal);
    }
}
