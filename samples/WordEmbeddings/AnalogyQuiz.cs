using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>
/// Questions a : b :: c : d, one for any two pairs of a category, answered by the word whose vector points most nearly along
/// <c>w_b - w_a + w_c</c>, all vectors being of length 1; a, b and c are no answers.
/// </summary>
internal sealed class AnalogyQuiz
{
    private AnalogyQuiz(IReadOnlyList<AnalogyCategory> categories, int words) => (Categories, Words) = (categories, words);

    /// <summary>Those with a question, in the order of the file.</summary>
    public IReadOnlyList<AnalogyCategory> Categories { get; }

    /// <summary>V.</summary>
    public int Words { get; }

    /// <summary>Of all categories.</summary>
    public int Questions => Categories.Sum(category => category.Questions);

    /// <summary>The pairs of <c>Analogies.txt</c> of which the vocabulary has both words.</summary>
    public static AnalogyQuiz Of(IReadOnlyList<string> vocabulary)
    {
        var codes = vocabulary.Select((word, code) => (word, code)).ToDictionary(one => one.word, one => one.code, StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(AnalogyQuiz).Assembly.GetManifestResourceStream("Analogies.txt")!);
        var categories = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').Select(line => AnalogyCategory.Parse(line, codes));
        return new AnalogyQuiz([.. categories.Where(category => category.Questions > 0)], vocabulary.Count);
    }

    /// <summary>The part that is right among the first few by chance: three words are no answers.</summary>
    public double Chance(int first) => Math.Min(1, first / (Words - 3.0));

    /// <summary>Asks everything.</summary>
    /// <param name="vectors">W, [V, d].</param>
    public IReadOnlyList<AnalogyScore> Score(Tensor vectors)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var directions = (vectors / vectors.square().sum(dim: 1, keepdim: true).sqrt().clamp_min(1e-30)).to_type(ScalarType.Float32);
        var cosines = directions.mm(directions.t()); // of all words, so that a question is three rows
        return [.. Categories.Select(category => Score(category, cosines))];
    }

    /// <summary>All categories as one.</summary>
    public static AnalogyScore Sum(IReadOnlyList<AnalogyScore> scores) =>
        new("all", [.. scores.SelectMany(score => score.Ranks)], [.. scores.SelectMany(score => score.RanksOfNearest)]);

    private static AnalogyScore Score(AnalogyCategory category, Tensor cosines)
    {
        using var scope = NewDisposeScope();
        var questions = category.All.ToArray();
        var (a, b, c, d) = (Column(one => one.A), Column(one => one.B), Column(one => one.C), Column(one => one.D));
        var (from, to, near) = (cosines.index_select(0, a), cosines.index_select(0, b), cosines.index_select(0, c));
        var excluded = stack([a, b, c], dim: 1);
        return new AnalogyScore(category.Name, Ranks(to - from + near), Ranks(near));

        Tensor Column(Func<(int A, int B, int C, int D), int> word) => tensor(Array.ConvertAll(questions, one => (long)word(one)));

        // How many words lie as near as d, itself included: a tie counts against it, as at rank 1, where many vectors are the same.
        int[] Ranks(Tensor asked)
        {
            using var inner = NewDisposeScope();
            var nearness = asked.scatter(1, excluded, excluded.full_like(double.NegativeInfinity, dtype: ScalarType.Float32));
            return Array.ConvertAll(
                nearness.ge(nearness.gather(1, d.unsqueeze(1))).sum(dim: 1).data<long>().ToArray(), count => (int)count);
        }
    }
}
