namespace Pulumi;

/// <summary>A file or a bundle of files that a resource takes.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string signature, string property, object value)
        => (Signature, Property, Value) = (signature, property, value);

    /// <summary>What marks the wire form as an asset or as an archive.</summary>
    internal string Signature { get; }

    /// <summary>Name of the wire property that holds the value.</summary>
    internal string Property { get; }

    internal object Value { get; }
}
