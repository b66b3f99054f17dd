using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments whose members marked with <see cref="InputAttribute"/> are sent to the engine.</summary>
public abstract class InputArgs
{
    /// <summary>The members by wire name, absent ones as null.</summary>
    /// <param name="context">What the arguments are for, e.g. <c>resource:name[type]</c>; named by errors.</param>
    /// <exception cref="ArgumentNullException">A required member has no value.</exception>
    internal virtual ImmutableDictionary<string, object?> ToDictionary(string context)
    {
        var members = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var member in InputMember.Of(GetType()))
        {
            members.Add(member.WireName, member.Read(this, context));
        }

        return members.ToImmutable();
    }
}
