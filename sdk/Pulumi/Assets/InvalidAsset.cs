namespace Pulumi;

/// <summary>What an output of type asset holds when the state holds something else.</summary>
internal sealed class InvalidAsset() : Asset("", "");
