namespace Infra.Components.Temporal.Values;

/// <summary><c>shims</c>: for servers before 1.30, and on by default all the same.</summary>
internal sealed record ShimValues
{
    /// <summary>False.</summary>
    public bool Dockerize { get; }

    /// <summary>False.</summary>
    public bool ElasticsearchTool { get; }
}
