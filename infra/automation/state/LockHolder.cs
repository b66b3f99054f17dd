using System.Globalization;

namespace Infra.Automation.State;

/// <summary>Who holds a state's lock.</summary>
/// <param name="User">Name of the user.</param>
/// <param name="Host">Name of the machine.</param>
/// <param name="Process">Id of the process on that machine.</param>
/// <param name="Since">When the lock was taken.</param>
internal sealed record LockHolder(string User, string Host, int Process, DateTimeOffset Since)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{User} on {Host}, process {Process}, since {Since:yyyy-MM-dd HH:mm:ss}Z");
}
