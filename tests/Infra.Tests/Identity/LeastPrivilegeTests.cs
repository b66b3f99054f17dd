using Tests.Support.Node;

namespace Infra.Tests.Identity;

/// <summary>
/// What each role may do, evaluated with its own policies, its boundary and the policy of what it touches.
/// </summary>
[Collection(nameof(SerialRendering))]
public sealed class LeastPrivilegeTests
{
    private const int ManagedPolicyLimit = 6_144; // Characters that IAM takes in a managed policy; ours have no spaces.
    private const string Everything =
        """{"Version":"2012-10-17","Statement":[{"Sid":"All","Effect":"Allow","Action":"*","Resource":"*"}]}""";

    public static TheoryData<string> Environments => [.. AccountIdentities.Environments];

    [NodeTheory]
    [MemberData(nameof(Environments))]
    public async Task Each_role_may_do_its_work_and_no_more(string environment) =>
        Assert.Empty(await WrongAsync(await AccountIdentities.RenderAsync(environment), Rights.All));

    [NodeTheory]
    [MemberData(nameof(Environments))]
    public async Task No_role_may_do_what_is_anothers_alone(string environment) =>
        Assert.Empty(await WrongAsync(await AccountIdentities.RenderAsync(environment), Pairs()));

    /// <summary>Somebody attaches everything to a role. The denials of the vault itself still hold.</summary>
    [NodeTheory]
    [MemberData(nameof(Environments))]
    public async Task Whatever_is_attached_to_a_role_evidence_stays_apart(string environment)
    {
        var account = await AccountIdentities.RenderAsync(environment);
        var rights = Pairs().Where(right => right.Resource.Contains("-evidence/", StringComparison.Ordinal)).ToList();
        var others = account.Roles.SelectMany(role => rights.Where(right => !right.Allowed)
            .Select(right => right with { Role = role.Name[(account.Settings.Prefix.Length + 1)..] })
            .Where(right => Rights.Exclusive.All(own => own.Role != right.Role || own.Action != right.Action)));
        Assert.Empty(await WrongAsync(
            account, others, request => request with { Identity = [.. request.Identity, Everything] }));
    }

    [NodeFact]
    public async Task A_right_too_many_is_found()
    {
        var account = await AccountIdentities.RenderAsync("prod");
        var wrong = await WrongAsync(account, Rights.All, request => request with
        {
            Identity = [Everything],
            Boundary = Everything,
            ResourcePolicy = null,
        });
        // Keys and roles need a policy of their own to be reached at all; buckets do not.
        foreach (var right in Rights.All.Where(right => right is { Allowed: false } && right.Resource.StartsWith(
            "arn:aws:s3", StringComparison.Ordinal)))
        {
            Assert.Contains(right.ToString(), wrong);
        }
    }

    [NodeFact]
    public async Task A_right_too_few_is_found()
    {
        var account = await AccountIdentities.RenderAsync("prod");
        var wrong = await WrongAsync(account, Rights.All, request => request with { Identity = [] });
        foreach (var right in Rights.All.Where(right => right.Allowed))
        {
            Assert.Contains(right.ToString(), wrong);
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_role_is_bounded_and_every_policy_fits(string environment)
    {
        var account = await AccountIdentities.RenderAsync(environment);
        Assert.All(account.Roles, role => Assert.False(role.Boundary is null, role.Name));
        Assert.All(account.Roles.SelectMany(role => role.Policies.Append(role.Boundary ?? "")), policy =>
            Assert.True(policy.Length <= ManagedPolicyLimit, policy));
    }

    /// <summary>Each right once by its owner, who may, and once by every other role, who may not.</summary>
    private static IEnumerable<Right> Pairs() => Rights.Exclusive.SelectMany(right => Rights.Exclusive.Select(
        other => right with { Role = other.Role, Allowed = other.Role == right.Role }));

    private static async Task<IReadOnlyList<string>> WrongAsync(
        AccountIdentities account, IEnumerable<Right> rights, Func<IamRequest, IamRequest>? change = null)
    {
        var asked = rights.ToList();
        var answers = await IamSimulator.AreAllowedAsync(
            asked.Select(right => right.In(account)).Select(change ?? (request => request)));
        return
        [
            .. asked.Zip(answers)
                .Where(pair => pair.Second != pair.First.Allowed)
                .Select(pair => pair.First.ToString()),
        ];
    }
}
