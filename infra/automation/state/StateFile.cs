using System.Text;
using System.Text.Json;
using Infra.Automation.Engines;
using Infra.Automation.Json;

namespace Infra.Automation.State;

/// <summary>A state in a file: <c>ENVIRONMENT.LAYER.json</c>, or <c>ENVIRONMENT.LAYER.rehearsal.json</c>.</summary>
internal sealed class StateFile(string folder, string environment, string layer, bool rehearsal) : IStateStore
{
    private readonly string _path = Path.Combine(
        folder, $"{environment}.{layer}{(rehearsal ? ".rehearsal" : "")}.json");

    /// <inheritdoc/>
    public string Location => _path;

    /// <inheritdoc/>
    public StateDocument? Load()
    {
        string text;
        try
        {
            text = File.ReadAllText(_path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnreachableException($"Cannot read the state '{_path}': {exception.Message}", exception);
        }

        try
        {
            CheckSchema(text);
            var state = JsonSerializer.Deserialize(text, StateJson.Default.StateDocument)
                ?? throw Contradiction("it is empty");
            StateCheck.Check(_path, state, environment, layer, rehearsal);
            return state;
        }
        catch (JsonException exception)
        {
            throw Contradiction($"it is not a state ({exception.Message.TrimEnd('.')})", exception);
        }
    }

    /// <inheritdoc/>
    public void Save(StateDocument state)
    {
        // A new file is written whole and flushed to disk before it takes the old one's name. A crash before the rename
        // leaves the old state, one after it the new; rename is atomic, so there is nothing in between.
        var temporary = $"{_path}.new";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(Encoding.UTF8.GetBytes(CanonicalJson.Write(state, StateJson.Default.StateDocument)));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, _path, overwrite: true);
            FolderFlush.Flush(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnreachableException(
                $"Cannot write the state '{_path}': {exception.Message} Make it writable, then run the same command "
                + "again.",
                exception);
        }
    }

    /// <inheritdoc/>
    public StateLock Lock(LockHolder holder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return StateLock.Take(_path, holder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnreachableException(
                $"Cannot lock the state '{_path}': {exception.Message} Make its folder writable, then try again.",
                exception);
        }
    }

    /// <summary>Asked first, so that a newer format is called that and not a list of unknown members.</summary>
    private void CheckSchema(string text)
    {
        var schema = JsonElement.Parse(text).Text("schema") ?? "none";
        if (schema != StateDocument.CurrentSchema)
        {
            throw Contradiction(
                $"its schema is '{schema}', expected '{StateDocument.CurrentSchema}'; a newer strata may have made it");
        }
    }

    private StateContradictionException Contradiction(string found, Exception? inner = null) => new(
        $"Cannot use the state '{_path}': {found}. Nothing was changed. Put a good copy in its place.",
        inner);
}
