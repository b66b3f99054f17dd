namespace Infra.Components.Flows;

/// <summary>One party may open connections to one port of another. What is not declared is closed.</summary>
/// <param name="From">Who calls.</param>
/// <param name="To">Who is called.</param>
/// <param name="Port">One of <paramref name="To"/>'s ports.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Owner">The team that answers for it.</param>
public sealed record Flow(Party From, Party To, Port Port, string Reason, string Owner)
{
    /// <inheritdoc/>
    public override string ToString() => $"{From.Name} -> {To.Name} : {Port}";
}
