using System.Runtime.CompilerServices;

namespace Tests.Support;

/// <summary>Compares text with a committed file. <c>ACCEPT=1</c> renews the file, for review in the diff.</summary>
public static class Golden
{
    /// <summary>Asserts that <paramref name="actual"/> is what <c>Golden/{name}</c> beside the calling test holds.</summary>
    public static void Verify(string actual, string name, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile) ?? ".", "Golden", name);
        if (Environment.GetEnvironmentVariable("ACCEPT") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"No golden file '{path}'. Run the test with ACCEPT=1 and review the new file.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }
}
