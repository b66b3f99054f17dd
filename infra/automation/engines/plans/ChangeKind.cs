namespace Infra.Automation.Engines.Plans;

/// <summary>What happens to a resource.</summary>
public enum ChangeKind
{
    /// <summary>Nothing.</summary>
    Same,

    /// <summary>It is created.</summary>
    Create,

    /// <summary>It is changed in place.</summary>
    Update,

    /// <summary>Another one takes its place, because a property cannot be changed in place.</summary>
    Replace,

    /// <summary>It is deleted.</summary>
    Delete,

    /// <summary>It stays where it is, but is no longer managed: its program said <c>retainOnDelete</c>.</summary>
    Forget,
}
