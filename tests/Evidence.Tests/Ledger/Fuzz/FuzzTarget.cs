namespace Evidence.Tests.Ledger.Fuzz;

/// <summary>A parser under attack.</summary>
/// <param name="Inputs">How many mutated inputs it gets.</param>
/// <param name="Seeds">Valid inputs to start from.</param>
/// <param name="Parse">
/// Parses and checks what it can of a value, such as that it is written back as it was read.
/// </param>
internal sealed record FuzzTarget(
    int Inputs, IReadOnlyList<byte[]> Seeds, Action<ReadOnlyMemory<byte>> Parse);
