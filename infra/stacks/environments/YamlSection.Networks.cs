using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Infra.Stacks.Environments;

/// <summary>IPv4 networks, and problems of one entry of a list.</summary>
internal sealed partial class YamlSection
{
    private const string AnyNetwork = "an IPv4 network that starts at its own first address, such as '10.40.1.0/24'";

    /// <summary>An IPv4 network.</summary>
    public IPNetwork Network(string key)
    {
        if (Scalar(key, AnyNetwork) is not { Value: { } text } scalar)
        {
            return default;
        }

        if (!IsNetwork(text, out var network))
        {
            Problem(scalar, $"'{Path(key)}' is '{text}'; allowed is {AnyNetwork}.");
        }

        return network;
    }

    /// <summary>A list of IPv4 networks, without those that are none, which are problems already.</summary>
    public IReadOnlyList<IPNetwork> Networks(string key, int least = 1)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in Texts(key, DottedWithPrefix(), AnyNetwork, least))
        {
            if (IsNetwork(text, out var network))
            {
                networks.Add(network);
            }
            else
            {
                WrongEntry(key, text, $"An entry of '{Path(key)}' is '{text}'; allowed is {AnyNetwork}.");
            }
        }

        return networks;
    }

    /// <summary>How many problems the file has so far.</summary>
    public int ProblemsSoFar => _problems.Count;

    /// <summary>How many entries a list has; null where there is no list.</summary>
    public int? CountOf(string key) =>
        _entries.TryGetValue(key, out var entry) && entry.Value is YamlSequenceNode list ? list.Children.Count : null;

    /// <summary>Whether a key's value, or an entry of its list, is a text.</summary>
    public bool Holds(string key, string text) =>
        _entries.TryGetValue(key, out var entry) && Find(entry.Value, text) is not null;

    /// <summary>Reports an entry of a list that is wrong beside other values; the list where it has no such entry.</summary>
    public void WrongEntry(string key, string text, string sentence)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            Problem(Find(entry.Value, text) ?? entry.Value, sentence);
        }
    }

    /// <summary>Reports what no single key is to blame for, where the section starts.</summary>
    public void Wrong(string sentence) => Problem(_start, sentence);

    private static YamlNode? Find(YamlNode node, string text) => node switch
    {
        YamlScalarNode scalar when scalar.Value == text => scalar,
        YamlSequenceNode list => list.FirstOrDefault(item => item is YamlScalarNode scalar && scalar.Value == text),
        _ => null,
    };

    /// <summary>Whether a text is a network, written the one way that reads back the same.</summary>
    private static bool IsNetwork(string text, out IPNetwork network) =>
        IPNetwork.TryParse(text, out network)
        && network.BaseAddress.AddressFamily is AddressFamily.InterNetwork
        && network.ToString() == text;

    [GeneratedRegex(@"\A[0-9]{1,3}(\.[0-9]{1,3}){3}/[0-9]{1,2}\z")]
    private static partial Regex DottedWithPrefix();
}
