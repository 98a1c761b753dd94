namespace Parameterize.Samples.WordEmbeddings;

/// <summary>One regular relation, such as that of singular and plural.</summary>
/// <param name="Name">Of the relation.</param>
/// <param name="Pairs">Indices of words that stand in it.</param>
/// <param name="Listed">How many pairs the file has, in the vocabulary or not.</param>
internal sealed record AnalogyCategory(string Name, IReadOnlyList<(int First, int Second)> Pairs, int Listed)
{
    /// <summary>How many questions any two pairs make, in either order.</summary>
    public int Questions => Pairs.Count * (Pairs.Count - 1);

    /// <summary>a : b :: c : d.</summary>
    public IEnumerable<(int A, int B, int C, int D)> All =>
        from one in Pairs
        from other in Pairs
        where one != other
        select (one.First, one.Second, other.First, other.Second);

    /// <summary>From a line such as <c>plural: file files, key keys</c>.</summary>
    /// <param name="line">Of the file.</param>
    /// <param name="codes">The vocabulary.</param>
    public static AnalogyCategory Parse(string line, IReadOnlyDictionary<string, int> codes)
    {
        var (name, list) = line.Split(':') is [var left, var right]
            ? (left, right)
            : throw new FormatException($"Not a category of analogies: {line}");
        string[][] pairs = [.. list.Split(',').Select(pair => pair.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        return pairs.All(pair => pair.Length == 2)
            ? new AnalogyCategory(
                name, [.. pairs.Where(pair => pair.All(codes.ContainsKey)).Select(pair => (codes[pair[0]], codes[pair[1]]))], pairs.Length)
            : throw new FormatException($"A pair has two words: {line}");
    }
}
