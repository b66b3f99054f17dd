namespace Pulumi.Automation.Events;

/// <summary>What happens to a property.</summary>
public enum DiffKind
{
    Add = 0,
    AddReplace = 1,
    Delete = 2,
    DeleteReplace = 3,
    Update = 4,
    UpdateReplace = 5,
}
