namespace Infra.Tests.Identity;

/// <summary>
/// Something that a role may or may not do. In the resource, the context and the action's keys, <c>{p}</c> is the
/// environment's prefix, <c>{a}</c> its account and <c>{r}</c> its region; <c>key:NAME</c> is a key of the graph.
/// </summary>
internal sealed record Right(
    string Role, string Action, string Resource, bool Allowed, params (string Key, string Value)[] Context)
{
    public IamRequest In(AccountIdentities account) => account.Request(
        account.Role(Role),
        Action,
        Resource.StartsWith("key:", StringComparison.Ordinal)
            ? account.KeyArn(Resource["key:".Length..])
            : Filled(Resource, account),
        Context.ToDictionary(pair => pair.Key, pair => (object)Filled(pair.Value, account)));

    public override string ToString() =>
        $"{Role} {(Allowed ? "may" : "may not")} {Action} on {Resource} {string.Join(' ', Context)}";

    private static string Filled(string text, AccountIdentities account) => text
        .Replace("{p}", account.Settings.Prefix, StringComparison.Ordinal)
        .Replace("{a}", account.Settings.Account, StringComparison.Ordinal)
        .Replace("{r}", account.Settings.Region, StringComparison.Ordinal);
}
