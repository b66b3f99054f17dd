namespace Pulumi.Automation.Exceptions;

/// <summary>Given project settings contradict a file.</summary>
public class ProjectSettingsConflictException : Exception
{
    internal ProjectSettingsConflictException()
    {
    }

    public string SettingsFileLocation => throw Bundled.Refusal();
}
