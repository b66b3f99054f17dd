using System.Text.Json;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Embedded;

/// <summary>
/// Applies nothing: its resources are in the state and nowhere else. For providers, which are nowhere else anyway, and
/// for everything in a rehearsal.
/// </summary>
/// <param name="prefix">What the made-up ids start with, so that nobody takes one for a real one.</param>
internal sealed class SyntheticHandler(string prefix) : IResourceHandler
{
    public bool Applies(string input) => true;

    public bool Replaces(string input) => false;

    public string Identify(string urn, JsonElement inputs) => $"{prefix}-{CanonicalJson.Digest(urn)[..12]}";

    public JsonElement Normalise(JsonElement inputs) => inputs;

    public Task<string?> RefusalToCreateAsync(JsonElement inputs, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);

    public Task<JsonElement> CreateAsync(string id, JsonElement inputs, CancellationToken cancellationToken) =>
        Task.FromResult(CanonicalJson.EmptyObject);

    public Task<JsonElement> UpdateAsync(string id, JsonElement inputs, CancellationToken cancellationToken) =>
        Task.FromResult(CanonicalJson.EmptyObject);

    public Task<string?> RefusalToDeleteAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);

    public Task DeleteAsync(string id, JsonElement inputs, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Observed?> ReadAsync(string id, JsonElement inputs, CancellationToken cancellationToken) =>
        Task.FromResult<Observed?>(new(inputs, CanonicalJson.EmptyObject));
}
