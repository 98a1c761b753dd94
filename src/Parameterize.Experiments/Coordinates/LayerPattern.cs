using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Coordinates;

/// <summary>
/// Names of layers as tables write them: <c>*</c> is one part of a path, such as the index in a list, <c>*(Linear)</c> that of a module of
/// a class, and <c>^1</c> the last one of its container.
/// </summary>
internal static class LayerPattern
{
    private const char Any = '*';
    private const char FromEnd = '^';

    /// <summary>Whether a name such as <c>_blocks.3._query</c> is one of the pattern <c>_blocks.*._query</c>.</summary>
    public static bool Matches(string pattern, string name)
    {
        var (expected, parts) = (pattern.Split('.'), name.Split('.'));
        return expected.Length == parts.Length
            && expected.Zip(parts).All(pair => WithoutClass(pair.First) is var part && (part[0] is Any || part == pair.Second));
    }

    /// <summary>Whether the pattern names elements of a list, or what is inside of them.</summary>
    public static bool IsInList(string pattern) => pattern.Split('.').Any(part => part[0] is Any or FromEnd);

    /// <summary>
    /// The modules of a model that each pattern means: the last of a list are told from those in front, and both from any other.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Resolve(Module model, IReadOnlyList<string> patterns)
    {
        var modules = model.named_modules().DistinctBy(named => named.name).ToDictionary(named => named.name, named => named.module);
        var taken = new HashSet<string>();
        return patterns.Distinct().OrderBy(Rank, StringComparer.Ordinal).ToDictionary(pattern => pattern, pattern => (IReadOnlyList<string>)
        [
            .. modules.Where(named => Means(pattern, named.Key, modules) && IsOfClass(pattern, named.Value) && taken.Add(named.Key))
                .Select(named => named.Key),
        ]);
    }

    private static string Rank(string pattern) =>
        string.Concat(pattern.Split('.').Select(part => part[0] switch { FromEnd => '0', Any => '2', _ => '1' }));

    private static bool Means(string pattern, string name, Dictionary<string, Module> modules)
    {
        var (expected, parts) = (pattern.Split('.'), name.Split('.'));
        for (var place = 0; place < expected.Length && expected.Length == parts.Length; place++)
        {
            if (expected[place][0] is FromEnd)
            {
                var fromEnd = int.Parse(WithoutClass(expected[place])[1..], System.Globalization.CultureInfo.InvariantCulture);
                string[] children = [.. modules.TryGetValue(string.Join('.', parts.Take(place)), out var container)
                    ? container.named_children().Select(child => child.name)
                    : []];
                expected[place] = children.Length >= fromEnd ? children[^fromEnd] : "";
            }
        }

        return expected.All(part => part.Length > 0) && Matches(string.Join('.', expected), name);
    }

    private static bool IsOfClass(string pattern, Module module) =>
        !pattern.EndsWith(')') || pattern[(pattern.LastIndexOf('(') + 1)..^1] == module.GetType().Name;

    private static string WithoutClass(string part) => part.IndexOf('(', StringComparison.Ordinal) is > 0 and var end ? part[..end] : part;
}
