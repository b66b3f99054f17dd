using Infra.Components.Policies;

namespace Infra.Components.Identity;

/// <summary>
/// A role that people take themselves, and only with a second factor. A claim that is missing is no match: a user's
/// long-lived key alone carries none.
/// </summary>
public static class MfaTrust
{
    /// <summary>The key that says whether a session was opened with a second factor.</summary>
    public const string Present = "aws:MultiFactorAuthPresent";

    /// <summary>Trusts users who have shown their second factor.</summary>
    public static PolicyDocument Of(string sid, IReadOnlyList<string> users, params PolicyCondition[] more) =>
        new(new PolicyStatement
        {
            Sid = sid,
            Effect = PolicyEffect.Allow,
            Principal = PolicyPrincipal.Identities(users),
            Actions = ["sts:AssumeRole"],
            Conditions = [new("Bool", Present, "true"), .. more],
        });
}
