namespace Strata.Cli.Frame;

/// <summary>
/// Says how far long work is, on standard error: on a terminal in one line that is written over, elsewhere in a line
/// now and then. Says nothing about work that is done before anyone wonders.
/// </summary>
internal sealed class ProgressLine<T>(Screen screen, TimeProvider time, Func<T, string> describe)
    : IProgress<T>, IDisposable
{
    private static readonly TimeSpan _betweenUpdates = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _betweenLines = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly TimeSpan _pause = screen.ErrorIsTerminal ? _betweenUpdates : _betweenLines;
    private long _last = time.GetTimestamp();
    private bool _shown;

    public void Report(T value)
    {
        lock (_gate)
        {
            if (time.GetElapsedTime(_last) < _pause)
            {
                return;
            }

            _last = time.GetTimestamp();
            _shown = true;
            if (screen.ErrorIsTerminal)
            {
                screen.Overwrite($"{describe(value)} …");
            }
            else
            {
                screen.Note($"{describe(value)} …");
            }
        }
    }

    public void Dispose()
    {
        if (_shown && screen.ErrorIsTerminal)
        {
            screen.Overwrite("");
        }
    }
}
