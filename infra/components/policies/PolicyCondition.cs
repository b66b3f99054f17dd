namespace Infra.Components.Policies;

/// <summary>A test that must hold for a statement to apply.</summary>
/// <param name="Operator">IAM condition operator, such as <c>NumericLessThan</c>.</param>
/// <param name="Key">IAM condition key, such as <c>aws:SecureTransport</c>.</param>
/// <param name="Values">What it is compared with; one match is enough.</param>
public sealed record PolicyCondition(string Operator, string Key, params string[] Values);
