namespace Infra.Tests.Engines;

/// <summary>Stands for kill -9: nothing in strata catches it, and nothing after it runs.</summary>
internal sealed class CrashException() : Exception("killed");
