using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Assets and archives bundled under names.</summary>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets)
    : Archive(Wire.Assets, assets.ToImmutableDictionary());
