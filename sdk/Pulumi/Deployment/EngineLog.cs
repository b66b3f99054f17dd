using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>The engine's side of <see cref="Log"/>: a test's engine keeps errors, which fail the test.</summary>
internal sealed class EngineLog
{
    private readonly Lock _lock = new();
    private readonly List<string> _errors = [];
    private readonly HashSet<Exception> _reported = [];

    public ImmutableArray<string> Errors
    {
        get
        {
            lock (_lock)
            {
                return [.. _errors];
            }
        }
    }

    public void Error(string message)
    {
        lock (_lock)
        {
            _errors.Add(message);
        }
    }

    /// <summary>Reports a failure once, though every output that was computed from the first has it.</summary>
    public void Failure(Exception error)
    {
        lock (_lock)
        {
            if (_reported.Add(error))
            {
                _errors.Add(MessageOf(error));
            }
        }
    }

    private static string MessageOf(Exception error) => error switch
    {
        RunException => error.Message,
        ResourceException { HideStack: true } => error.Message,
        ResourceException => error.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{error}",
    };
}
