using System.Text.Json;

namespace Infra.Automation.Engines.Embedded;

/// <summary>
/// How one type of resource is created, changed, read and deleted. An engine may be killed before, during and after
/// each call, so each can be repeated: creating or updating again ends the same, deleting what is gone is done already.
/// </summary>
internal interface IResourceHandler
{
    /// <summary>
    /// Whether it can apply an input. A resource with one that it cannot is refused before anything is touched.
    /// </summary>
    bool Applies(string input);

    /// <summary>Whether a change of an input takes a new resource.</summary>
    bool Replaces(string input);

    /// <summary>The id that a resource with these inputs has or will have.</summary>
    string Identify(string urn, JsonElement inputs);

    /// <summary>The inputs in the one form that <see cref="ReadAsync"/> also answers in.</summary>
    JsonElement Normalise(JsonElement inputs);

    /// <summary>Why a resource with these inputs must not be created, or null.</summary>
    Task<string?> RefusalToCreateAsync(JsonElement inputs, CancellationToken cancellationToken);

    /// <summary>Creates it, or completes its creation; answers with its outputs.</summary>
    Task<JsonElement> CreateAsync(string id, JsonElement inputs, CancellationToken cancellationToken);

    /// <summary>Changes it in place; answers with its outputs.</summary>
    Task<JsonElement> UpdateAsync(string id, JsonElement inputs, CancellationToken cancellationToken);

    /// <summary>
    /// Asks the store whether it would refuse to delete it; answers with the store's reason, or null.
    /// </summary>
    Task<string?> RefusalToDeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary>Deletes it.</summary>
    Task DeleteAsync(string id, JsonElement inputs, CancellationToken cancellationToken);

    /// <summary>Reads what is really there, in the form of <see cref="Normalise"/>; null where nothing is.</summary>
    Task<Observed?> ReadAsync(string id, JsonElement inputs, CancellationToken cancellationToken);
}
