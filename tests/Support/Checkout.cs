using System.Runtime.CompilerServices;

namespace Tests.Support;

/// <summary>This checkout, as the tests see it.</summary>
public static class Checkout
{
    /// <summary>The top folder of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>An absolute path from one relative to the top folder.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = new FileInfo(here).Directory; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Infra.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above '{here}' holds Infra.sln: run the tests in a checkout.");
    }
}
