namespace Pulumi;

/// <summary>
/// A former identity of a resource: its whole URN, or the parts that were different. <see cref="Parent"/>,
/// <see cref="ParentUrn"/> and <see cref="NoParent"/> exclude each other.
/// </summary>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    public bool NoParent { get; set; }

    /// <summary>The URN this alias stands for on a resource with that name, type and parent.</summary>
    /// <exception cref="ArgumentException">Two of its properties contradict each other.</exception>
    internal Output<string> ToUrn(string name, string type, Resource? parent)
    {
        if (Urn is not null)
        {
            foreach (var (isSet, property) in PropertiesBesidesUrn())
            {
                if (isSet)
                {
                    throw new ArgumentException(
                        $"{nameof(Alias)} should not specify both {nameof(Urn)} and {property}");
                }
            }

            return Output.Create(Urn);
        }

        bool[] parents = [Parent is not null, ParentUrn is not null, NoParent];
        if (parents.Count(given => given) > 1)
        {
            throw new ArgumentException(
                $"Only specify one of '{nameof(Parent)}', '{nameof(ParentUrn)}' or '{nameof(NoParent)}' "
                + $"in an {nameof(Alias)}");
        }

        var formerParent = ParentUrn is not null || NoParent ? null : Parent ?? parent;
        return Pulumi.Urn.Create(Name ?? name, Type ?? type, formerParent, ParentUrn, Project, Stack);
    }

    private IEnumerable<(bool IsSet, string Property)> PropertiesBesidesUrn() =>
    [
        (Name is not null, nameof(Name)),
        (Type is not null, nameof(Type)),
        (Project is not null, nameof(Project)),
        (Stack is not null, nameof(Stack)),
        (Parent is not null, nameof(Parent)),
        (ParentUrn is not null, nameof(ParentUrn)),
        (NoParent, nameof(NoParent)),
    ];
}
