namespace Infra.Automation.Local;

/// <summary>The end of a log, for an error message.</summary>
internal static class LogTail
{
    private const int Lines = 8;

    /// <summary>As much of a log's end as is read; a line of a daemon is rarely longer than a few hundred bytes.</summary>
    private const int Bytes = 16 * 1024;

    public static string Of(string path)
    {
        if (!File.Exists(path))
        {
            return $"It wrote no log ('{path}').";
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(-Math.Min(Bytes, file.Length), SeekOrigin.End);
        using var reader = new StreamReader(file);
        var tail = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return $"The end of its log '{path}':{string.Concat(tail.TakeLast(Lines).Select(line => $"\n  {line}"))}";
    }
}
