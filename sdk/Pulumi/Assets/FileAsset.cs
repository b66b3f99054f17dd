using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The content of a file on this machine.</summary>
public sealed class FileAsset(string path) : Asset(Wire.Path, path);
