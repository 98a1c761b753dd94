namespace Parameterize.Tool.Sweep;

/// <summary>One of several equal parts of a plan: every k-th trial, so that each part has its share of the costly ones.</summary>
/// <param name="Index">1 to <paramref name="Count"/>.</param>
/// <param name="Count">How many parts.</param>
internal readonly record struct Shard(int Index, int Count)
{
    /// <summary>The whole.</summary>
    public static Shard All => new(1, 1);

    /// <summary>Reads <c>2/8</c>.</summary>
    /// <exception cref="UserException">It is not that.</exception>
    public static Shard Parse(string text) =>
        text.Split('/') is [var first, var second] && int.TryParse(first, out var index) && int.TryParse(second, out var count)
            && index >= 1 && index <= count
            ? new Shard(index, count)
            : throw new UserException($"--shard takes a part and how many there are, counted from 1, as 1/8 to 8/8; '{text}' is not that.");

    /// <summary>The trials of this part.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<string> plan)
    {
        var (index, count) = this;
        return [.. plan.Where((_, position) => position % count == index - 1)];
    }
}
