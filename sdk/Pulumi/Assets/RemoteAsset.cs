using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The content of a <c>http</c>, <c>https</c> or <c>file</c> address.</summary>
public sealed class RemoteAsset(string uri) : Asset(Wire.Uri, uri);
