using System.Text.Json;
using Infra.Automation.Json;

namespace Infra.Automation.State.Checks;

/// <summary>
/// A checkpoint of the Pulumi engine: a file of the backend (<c>checkpoint.latest</c>), or what <c>pulumi stack
/// export</c> writes (<c>deployment</c>).
/// </summary>
internal static class CheckpointFile
{
    private const int Version = 3;

    /// <summary>The snapshot in it: <c>resources</c> and <c>pending_operations</c>.</summary>
    /// <exception cref="StateCheckException">The file cannot be read, or is no checkpoint.</exception>
    public static JsonElement Read(string file)
    {
        JsonElement document;
        try
        {
            document = JsonElement.Parse(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StateCheckException(
                $"Cannot read the checkpoint '{file}': {exception.Message.TrimEnd('.')}. Gzip and zstd have to be "
                    + "unpacked first.",
                exception);
        }

        if (document.At("version").AsNumber() is { } version && version != Version)
        {
            throw new StateCheckException(
                $"Cannot use the checkpoint '{file}': its version is {version}, expected {Version}. Let `pulumi stack "
                + "export` write it.");
        }

        return document.At("checkpoint.latest") ?? document.At("deployment") ?? throw new StateCheckException(
            $"Cannot use '{file}': it has neither 'checkpoint.latest' nor 'deployment', so it is no checkpoint of "
                + "Pulumi's.");
    }
}
