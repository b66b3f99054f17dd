using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Content that is a string of the program.</summary>
public sealed class StringAsset(string text) : Asset(Wire.Text, text);
