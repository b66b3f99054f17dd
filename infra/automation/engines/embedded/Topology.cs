namespace Infra.Automation.Engines.Embedded;

/// <summary>Puts what is needed before what needs it.</summary>
internal static class Topology
{
    /// <summary>
    /// The items in an order in which each comes after everything it needs; among equals, in their own order. Needs
    /// that are not among the items are taken to be there already.
    /// </summary>
    /// <exception cref="CannotApplyException">Two items need each other.</exception>
    public static IReadOnlyList<T> Order<T>(
        IReadOnlyList<T> items, Func<T, string> nameOf, Func<T, IEnumerable<string>> needsOf)
    {
        var named = items.ToLookup(nameOf, StringComparer.Ordinal);
        var ordered = new List<T>(items.Count);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        foreach (var item in items)
        {
            Visit(nameOf(item));
        }

        return ordered;

        void Visit(string name)
        {
            if (done.Contains(name) || !named.Contains(name))
            {
                return;
            }

            if (path.Contains(name))
            {
                var circle = path.SkipWhile(other => other != name).Append(name).Select(other => $"'{other}'");
                throw new CannotApplyException(
                    $"Resources need each other, so none can come first: {string.Join(" needs ", circle)}.");
            }

            path.Add(name);
            foreach (var need in named[name].SelectMany(needsOf).Where(need => need != name))
            {
                Visit(need);
            }

            path.RemoveAt(path.Count - 1);
            done.Add(name);
            ordered.AddRange(named[name]);
        }
    }
}
