using Parameterize.Inference.Tests.Oracle;

namespace Parameterize.Inference.Tests;

/// <summary>A model written by hand, with the kinds that are right.</summary>
/// <param name="Model">Its source.</param>
/// <param name="Kinds">The kind of each weight, by the layer's name, or by the tensor's own for a bare parameter.</param>
/// <param name="MayBeRefused">Whether refusing it is no fault.</param>
internal sealed record CorpusModel(ModelText Model, IReadOnlyDictionary<string, ParameterKind> Kinds, bool MayBeRefused)
{
    private const string Right = "// right: ";

    /// <summary>All of them, by their path below Corpus.</summary>
    public static IReadOnlyList<CorpusModel> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    /// <summary>What the oracle's kinds say against those written by hand: one of the two has to be mended.</summary>
    public IEnumerable<string> Misjudged(IReadOnlyDictionary<string, ParameterKind> real)
    {
        foreach (var (layer, kind) in Kinds)
        {
            if (!real.TryGetValue(layer, out var found) && !real.TryGetValue(layer + ".weight", out found))
                yield return $"{layer} is not there; there are {string.Join(", ", real.Keys)}";
            else if (found != kind)
                yield return $"{layer} is {kind} by hand and {found} by its shapes";
        }

        foreach (var name in real.Keys.Where(name => !name.Contains("bias", StringComparison.Ordinal)))
        {
            if (!Kinds.ContainsKey(name)
                && !Kinds.ContainsKey(name.EndsWith(".weight", StringComparison.Ordinal) ? name[..^".weight".Length] : name))
                yield return $"nothing is written of {name}, {real[name]} by its shapes";
        }
    }

    private static CorpusModel Read(string path)
    {
        var text = File.ReadAllText(path);
        var lines = text.Split('\n');
        var right = lines.TakeWhile(line => line.StartsWith(Right, StringComparison.Ordinal)).ToArray();
        var asked = lines[right.Length];
        if (right.Length == 0 || asked is not ("// must be right" or "// may be refused"))
            throw new FormatException($"{path} begins with '{Right}LAYER KIND, ...' and '// must be right' or '// may be refused'.");

        var kinds = right.SelectMany(line => line[Right.Length..].Split(", ")).Select(pair => pair.Split(' '))
            .ToDictionary(pair => pair[0], pair => Enum.Parse<ParameterKind>(pair[1]), StringComparer.Ordinal);
        var model = new ModelText(Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileNameWithoutExtension(path), text);
        return new(model, kinds, asked == "// may be refused");
    }
}
