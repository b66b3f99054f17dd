namespace Pulumi.Automation;

/// <summary>Kinds of operation.</summary>
public enum UpdateKind
{
    Update = 0,
    Preview = 1,
    Refresh = 2,
    Rename = 3,
    Destroy = 4,
    Import = 5,
    ResourceImport = 6,
}
