namespace Evidence.Pipeline.Sources;

/// <summary>Bytes that can be read more than once: for their digest, and to be sent.</summary>
public interface IPayloadSource
{
    /// <summary>What it is, for a sentence: <c>file "report.xml"</c>.</summary>
    string Label { get; }

    /// <summary>Number of bytes. More or fewer when read means that they changed.</summary>
    long Length { get; }

    /// <summary>Opens the bytes from their start.</summary>
    /// <exception cref="EvidenceException">They cannot be read, or are no longer what was looked at.</exception>
    Stream OpenRead();

    /// <summary>Fails if the bytes may have changed since they were first looked at.</summary>
    /// <exception cref="EvidenceException">They did, or may have.</exception>
    void RequireUnchanged();
}
