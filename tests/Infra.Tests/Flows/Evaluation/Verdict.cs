namespace Infra.Tests.Flows.Evaluation;

/// <summary>What each guard on the way says.</summary>
internal readonly record struct Verdict(bool CallerPolicy, bool CalleePolicy, bool SecurityGroups, bool Firewall)
{
    public bool Open => CallerPolicy && CalleePolicy && SecurityGroups && Firewall;

    public override string ToString() => string.Join(", ",
    [
        .. CallerPolicy ? Array.Empty<string>() : ["the caller's egress policy"],
        .. CalleePolicy ? Array.Empty<string>() : ["the callee's ingress policy"],
        .. SecurityGroups ? Array.Empty<string>() : ["the security groups"],
        .. Firewall ? Array.Empty<string>() : ["the firewall"],
    ]);
}
