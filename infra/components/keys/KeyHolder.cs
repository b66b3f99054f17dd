namespace Infra.Components.Keys;

/// <summary>Where a key is, as its policy says it.</summary>
/// <param name="Partition">The AWS partition.</param>
/// <param name="Account">The AWS account: twelve digits.</param>
/// <param name="Region">The region.</param>
public sealed record KeyHolder(string Partition, string Account, string Region);
