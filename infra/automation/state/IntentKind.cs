namespace Infra.Automation.State;

/// <summary>What an <see cref="Intent"/> was about to do.</summary>
internal enum IntentKind
{
    Create,
    Update,
    Delete,
}
