using System.Text.RegularExpressions;

namespace Infra.Components.Workloads;

/// <summary>
/// A container image by its digest: what was built, tested and promoted is what runs. A tag would be whatever somebody
/// pushed last.
/// </summary>
public sealed partial record ImageReference
{
    /// <summary>What an image's reference must be, in words.</summary>
    public const string Allowed =
        "an image of ECR by its digest, ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY@sha256:DIGEST, without a tag";

    /// <summary>Reads a reference.</summary>
    /// <exception cref="ArgumentException">It is none by digest.</exception>
    public ImageReference(string text)
    {
        if (!Pattern().IsMatch(text))
        {
            throw new ArgumentException($"The image '{text}' cannot run here; allowed is {Allowed}.", nameof(text));
        }

        Text = text;
    }

    /// <summary>The reference as Kubernetes takes it.</summary>
    public string Text { get; }

    /// <summary>The digest alone, <c>sha256:…</c>.</summary>
    public string Digest => Text[(Text.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>The repository in its registry, such as <c>strata/api</c>.</summary>
    public string Repository => Text.Split('@')[0].Split('/', 2)[1];

    /// <summary>What a reference looks like.</summary>
    [GeneratedRegex(
        @"\A[0-9]{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?/[a-z0-9]+([._/-][a-z0-9]+)*@sha256:[0-9a-f]{64}\z")]
    public static partial Regex Pattern();

    /// <inheritdoc/>
    public override string ToString() => Text;
}
