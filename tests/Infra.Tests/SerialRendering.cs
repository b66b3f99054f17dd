namespace Infra.Tests;

/// <summary>The genuine SDK runs one program per process at a time: whoever renders is in this collection.</summary>
[CollectionDefinition(nameof(SerialRendering))]
public sealed class SerialRendering;
