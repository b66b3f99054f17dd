namespace Pulumi;

/// <summary>Options of a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    /// <summary>Providers for the component's children; excludes <see cref="ResourceOptions.Provider"/>.</summary>
    public List<ProviderResource> Providers { get => field ??= []; set; }

    /// <summary>
    /// New options: the second's over the first's, lists joined, one provider per package (the last one). Neither
    /// argument is changed.
    /// </summary>
    public static ComponentResourceOptions Merge(
        ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = options1?.Copy() ?? new ComponentResourceOptions();
        var over = options2 ?? new ComponentResourceOptions();
        merged.MergeOver(over);
        merged.Providers =
        [
            .. merged.Providers.Concat(over.Providers).Reverse().DistinctBy(provider => provider.Package).Reverse(),
        ];
        return merged;
    }

    internal override ResourceOptions Clone() => Copy();

    private ComponentResourceOptions Copy() => CopyTo(new ComponentResourceOptions { Providers = [.. Providers] });
}
