namespace Parameterize.Samples.WordEmbeddings;

/// <summary>How well questions were answered: for each, the place of the right word among all that could be answered, from 1.</summary>
/// <param name="Category">What was asked.</param>
/// <param name="Ranks">By w_b - w_a + w_c.</param>
/// <param name="RanksOfNearest">By w_c alone: what is due to d being near to c, and not to the relation.</param>
internal sealed record AnalogyScore(string Category, IReadOnlyList<int> Ranks, IReadOnlyList<int> RanksOfNearest)
{
    /// <summary>Of the series of a result that holds <see cref="Ranks"/>, before the category.</summary>
    public const string Prefix = "analogy ";

    /// <summary>The same for <see cref="RanksOfNearest"/>.</summary>
    public const string PrefixOfNearest = "nearest to c ";

    public int Questions => Ranks.Count;

    /// <summary>The middle place; chance gives half of the vocabulary.</summary>
    public double Median => Ranks.Order().Skip(Ranks.Count / 2).First();

    /// <summary>The part with the right word among the first few.</summary>
    public double Right(int first) => Part(Ranks, first);

    /// <summary>The same without the relation.</summary>
    public double RightOfNearest(int first) => Part(RanksOfNearest, first);

    private static double Part(IReadOnlyList<int> ranks, int first) => (double)ranks.Count(rank => rank <= first) / ranks.Count;
}
