namespace Parameterize.Experiments;

/// <summary>Names of layers as tables write them: <c>*</c> is one part of a path, such as the index in a list.</summary>
internal static class LayerPattern
{
    /// <summary>The part that stands for any other.</summary>
    public const string Any = "*";

    /// <summary>Whether a name such as <c>_blocks.3._query</c> is one of the pattern <c>_blocks.*._query</c>.</summary>
    public static bool Matches(string pattern, string name)
    {
        var (expected, parts) = (pattern.Split('.'), name.Split('.'));
        return expected.Length == parts.Length
            && expected.Zip(parts).All(pair => pair.First == Any || pair.First == pair.Second);
    }

    /// <summary>Whether the pattern names elements of a list, or what is inside of them.</summary>
    public static bool IsInList(string pattern) => pattern.Split('.').Contains(Any);
}
