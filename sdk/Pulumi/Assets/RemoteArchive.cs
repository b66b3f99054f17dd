using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An archive at a <c>http</c>, <c>https</c> or <c>file</c> address.</summary>
public sealed class RemoteArchive(string uri) : Archive(Wire.Uri, uri);
