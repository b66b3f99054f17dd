namespace Infra.Tests.Engines;

/// <summary>Counts the points at which a process can die, and dies at one of them.</summary>
internal sealed class CrashPoints
{
    private int _passed;
    private int _fatal = int.MaxValue;

    /// <summary>How many points were passed since the last arming.</summary>
    public int Passed => _passed;

    /// <summary>Dies at the nth point from here; at none where it is null.</summary>
    public void Arm(int? fatal) => (_passed, _fatal) = (0, fatal ?? int.MaxValue);

    public void Pass()
    {
        if (++_passed == _fatal)
        {
            throw new CrashException();
        }
    }
}
