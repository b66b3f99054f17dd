using Evidence.Pipeline.Text;

namespace Evidence.Pipeline.Sources;

/// <summary>A file on this machine, as it was when it was first looked at.</summary>
public sealed class FileSource : IPayloadSource
{
    private readonly string _path;
    private readonly DateTime _lastWrite;

    private FileSource(FileInfo file)
    {
        _path = file.FullName;
        _lastWrite = file.LastWriteTimeUtc;
        Length = file.Length;
        Label = $"file {Quoted.Of(file.Name)}";
    }

    /// <inheritdoc/>
    public string Label { get; }

    /// <inheritdoc/>
    public long Length { get; }

    /// <summary>Looks at a file and refuses early what could never be evidence.</summary>
    /// <exception cref="EvidenceException">
    /// <see cref="EvidenceFault.BadInput"/>: it is missing, a directory, empty, or cannot be read.
    /// </exception>
    public static FileSource Of(string path)
    {
        var shown = Quoted.Of(path);
        try
        {
            if (Directory.Exists(path))
            {
                throw Bad($"{shown} is a directory. Evidence is files: name those in it, for example with a pattern.");
            }

            // A link is what it points to: that is what will be read.
            var file = new FileInfo(path);
            file = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            if (!file.Exists)
            {
                throw Bad($"There is no file {shown}. Check the name and the folder you are in.");
            }

            // Pipes and devices have length 0 as well, and opening a pipe would wait for a writer: refused unopened.
            if (file.Length == 0)
            {
                throw Bad($"{shown} is empty (or no regular file), and an empty file proves nothing: the step that "
                    + "should have written it most often failed. To record that there was nothing, add a file that "
                    + "says so.");
            }

            var source = new FileSource(file);
            source.Open().Dispose();
            return source;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Bad($"Cannot read {shown}: {Reason(e)}", e);
        }
    }

    /// <inheritdoc/>
    public Stream OpenRead()
    {
        try
        {
            RequireUnchanged();
            return Open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Bad($"Cannot read {Label}: {Reason(e)}", e);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Length and time only: cheap, and for the honest writer. The digest finds the rest.</remarks>
    public void RequireUnchanged()
    {
        var now = new FileInfo(_path);
        if (!now.Exists || now.Length != Length || now.LastWriteTimeUtc != _lastWrite)
        {
            throw Changed(Label);
        }
    }

    /// <summary>The error for bytes that changed while they were being read.</summary>
    internal static EvidenceException Changed(string label, Exception? inner = null) => new(
        EvidenceFault.BadInput,
        $"The {label} changed while it was being read, so it was not recorded. Wait until its writer is done, or copy "
        + "it first, then add it again.",
        inner);

    private static string Reason(Exception e) => e switch
    {
        UnauthorizedAccessException => "this user may not read it. Change its permissions or run as its owner.",
        PathTooLongException => "its path is longer than this system allows.",
        _ => $"{e.Message.TrimEnd('.')}.",
    };

    private static EvidenceException Bad(string message, Exception? inner = null) =>
        new(EvidenceFault.BadInput, message, inner);

    private FileStream Open() => new(
        _path,
        new FileStreamOptions
        {
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0, // Whoever reads brings a large buffer.
            Options = FileOptions.SequentialScan,
        });
}
