namespace Pulumi.Automation;

/// <summary>Languages of programs.</summary>
public enum ProjectRuntimeName
{
    NodeJS = 0,
    Go = 1,
    Python = 2,
    Dotnet = 3,
}
