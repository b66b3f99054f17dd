namespace Infra.Automation.Local;

/// <summary>One process of the local services.</summary>
/// <param name="Name"><c>mon</c>, <c>osd</c>, <c>gateway</c> or <c>postgres</c>.</param>
/// <param name="Running">Whether the process that was started is alive.</param>
/// <param name="Pid">Its process id; null when it is not running.</param>
/// <param name="MemoryBytes">Its resident memory, in bytes; null when it is not running.</param>
/// <param name="Log">Where it writes its log.</param>
public sealed record DaemonStatus(string Name, bool Running, int? Pid, long? MemoryBytes, string Log);
