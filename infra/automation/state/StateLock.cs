using System.Text.Json;
using Infra.Automation.Json;

namespace Infra.Automation.State;

/// <summary>
/// One run at a time per state. The lock is the operating system's lock on a file, which ends with the process whatever
/// ends it, so nobody has to guess whether a holder is still alive; a note beside it says who holds it.
/// </summary>
internal sealed class StateLock : IDisposable
{
    private readonly FileStream _file;
    private readonly string _note;

    private StateLock(FileStream file, string note, LockHolder? left) => (_file, _note, Left) = (file, note, left);

    /// <summary>Who held the lock last and never gave it back: a run that crashed on this machine. Else null.</summary>
    public LockHolder? Left { get; }

    /// <summary>Takes the lock of the state in <paramref name="stateFile"/>.</summary>
    /// <exception cref="StateLockedException">A living process, or a process of another machine, holds it.</exception>
    public static StateLock Take(string stateFile, LockHolder holder)
    {
        var (path, note) = ($"{stateFile}.lock", $"{stateFile}.holder");
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            var who = ReadNote(note)?.ToString() ?? "another process";
            throw new StateLockedException(
                $"Cannot lock the state '{stateFile}': it is in use by {who}. Wait for that run to end, then try "
                + "again.");
        }

        var left = ReadNote(note);
        if (left is not null && left.Host != holder.Host)
        {
            // A lock of the operating system says nothing about another machine that shares this folder.
            file.Dispose();
            throw new StateLockedException(
                $"Cannot lock the state '{stateFile}': {left} never gave it back. If that run is no longer alive, "
                + $"delete '{note}' and try again.");
        }

        File.WriteAllText(note, CanonicalJson.Write(holder, StateJson.Default.LockHolder));
        return new(file, note, left);
    }

    public void Dispose()
    {
        // The note goes first: whoever takes the lock after us must not find us in it.
        File.Delete(_note);
        _file.Dispose();
    }

    private static LockHolder? ReadNote(string note)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(note), StateJson.Default.LockHolder);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null; // No note, or one that a crash cut short: the lock itself is what counts.
        }
    }
}
