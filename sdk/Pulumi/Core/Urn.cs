using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>The name by which a resource is known before and after a deployment.</summary>
public readonly struct Urn(string value) : IEquatable<Urn>
{
    private readonly string _value = value ?? throw new ArgumentNullException(nameof(value));

    public static implicit operator string(Urn value) => value.ToString();

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>
    /// The URN of a resource of that name and type, below a parent (one of <paramref name="parent"/> and
    /// <paramref name="parentUrn"/>) or directly in a stack; project and stack default to the current ones.
    /// </summary>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
        {
            throw new ArgumentException("Only one of 'parent' and 'parentUrn' can be given.", nameof(parentUrn));
        }

        var parentOutput = parent?.Urn ?? parentUrn?.ToOutput();
        var prefix = parentOutput is null
            ? Output.Format(
                $"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::")
            : parentOutput.Apply(urn => urn[..urn.LastIndexOf("::", StringComparison.Ordinal)] + "$");
        return Output.Format($"{prefix}{type}::{name}");
    }

    public bool Equals(Urn other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Urn other && Equals(other);

    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    public override string ToString() => _value ?? "";

    /// <summary>The type token of the resource itself, without its parents' types.</summary>
    internal static string TypeOf(string urn) => QualifiedTypeOf(urn).Split('$')[^1];

    internal static string QualifiedTypeOf(string urn) => urn.Split("::")[2];

    internal static string NameOf(string urn) => urn.Split("::")[3];
}
