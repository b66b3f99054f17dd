namespace Pulumi;

/// <summary>What an output of type archive holds when the state holds something else.</summary>
internal sealed class InvalidArchive() : Archive("", "");
