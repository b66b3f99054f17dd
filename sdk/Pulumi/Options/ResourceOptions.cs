namespace Pulumi;

/// <summary>Settings of a resource that are the engine's, not the provider's.</summary>
public abstract class ResourceOptions
{
    /// <summary>Id of an existing resource to read instead of creating one.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The resource above this one; the stack if none is given.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources to wait for beside those that inputs come from; a component is its children.</summary>
    public InputList<Resource> DependsOn { get => field ??= []; set; }

    /// <summary>Whether a deletion is refused. Default: as the parent.</summary>
    public bool? Protect { get; set; }

    public List<string> IgnoreChanges { get => field ??= []; set; }

    /// <summary>Version of the provider plugin.</summary>
    public string? Version { get; set; }

    /// <summary>The provider instance. Default: the parent's for the package.</summary>
    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Applied in order when the resource is made, before those of its parents up to the stack.</summary>
    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }

    /// <summary>Applied by the engine; the in-process engine of tests does not run them.</summary>
    public List<ResourceTransform> ResourceTransforms { get => field ??= []; set; }

    public List<Input<Alias>> Aliases { get; set; } = [];

    /// <summary>URN of an existing resource whose state is read from the engine.</summary>
    public string? Urn { get; set; }

    public List<string> ReplaceOnChanges { get => field ??= []; set; }

    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether the real resource stays when this one leaves the program.</summary>
    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    public InputList<Resource> ReplaceWith { get => field ??= []; set; }

    /// <summary>Run by the engine; the in-process engine of tests does not run them.</summary>
    public ResourceHookBinding Hooks { get => field ??= new(); set; }

    public List<string> HideDiffs { get => field ??= []; set; }

    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>A copy whose lists are its own.</summary>
    internal abstract ResourceOptions Clone();

    private protected TOptions CopyTo<TOptions>(TOptions copy)
        where TOptions : ResourceOptions
    {
        copy.Id = Id;
        copy.Parent = Parent;
        copy.DependsOn = DependsOn.Clone();
        copy.Protect = Protect;
        copy.IgnoreChanges = [.. IgnoreChanges];
        copy.Version = Version;
        copy.Provider = Provider;
        copy.CustomTimeouts = CustomTimeouts?.Clone();
        copy.ResourceTransformations = [.. ResourceTransformations];
        copy.ResourceTransforms = [.. ResourceTransforms];
        copy.Aliases = [.. Aliases];
        copy.Urn = Urn;
        copy.ReplaceOnChanges = [.. ReplaceOnChanges];
        copy.PluginDownloadURL = PluginDownloadURL;
        copy.RetainOnDelete = RetainOnDelete;
        copy.DeletedWith = DeletedWith;
        copy.ReplaceWith = ReplaceWith.Clone();
        copy.Hooks = Hooks.Clone();
        copy.HideDiffs = [.. HideDiffs];
        copy.ReplacementTrigger = ReplacementTrigger;
        return copy;
    }

    /// <summary>Merges over these options: lists are joined, a value replaces one, no value changes nothing.</summary>
    private protected void MergeOver(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        DependsOn = DependsOn.Concat(other.DependsOn);
        Protect = other.Protect ?? Protect;
        IgnoreChanges.AddRange(other.IgnoreChanges);
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        ResourceTransformations.AddRange(other.ResourceTransformations);
        ResourceTransforms.AddRange(other.ResourceTransforms);
        Aliases.AddRange(other.Aliases);
        Urn = other.Urn ?? Urn;
        ReplaceOnChanges.AddRange(other.ReplaceOnChanges);
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplaceWith = ReplaceWith.Concat(other.ReplaceWith);
        Hooks = Hooks.Concat(other.Hooks);
        HideDiffs.AddRange(other.HideDiffs);
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
    }
}
