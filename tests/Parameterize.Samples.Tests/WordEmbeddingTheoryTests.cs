using Parameterize.Experiments.Corpora;
using Parameterize.Samples.WordEmbeddings;

namespace Parameterize.Samples.Tests;

/// <summary>Words, counts of pairs, the matrix that they make, and the closed form of its modes (arXiv 2502.09863).</summary>
public class WordEmbeddingTheoryTests
{
    private static readonly CharacterCorpus Text = CharacterCorpus.Of(
        "<member name=\"no\">A cat saw the dog. The cat</member><member>the end</member>", "test");

    [Fact]
    public void Words_are_letters_between_tags_by_frequency() =>
        Assert.Equal(["the", "cat", "dog", "end", "saw"], WordCorpus.Of(Text, 5).Vocabulary.ToArray());

    [Fact]
    public void Pairs_are_counted_within_context_and_document()
    {
        // cat saw the dog the cat | the end, with the, cat, dog kept
        var counts = WordCorpus.Of(Text, 3).CountPairs(context: 2);

        Assert.Equal([2, 2, 2, 2, 0, 1, 2, 1, 0], counts);
    }

    [Fact]
    public void Pairs_are_drawn_as_often_as_they_are_counted()
    {
        var words = WordCorpus.Of(Text, 3);
        var counts = words.CountPairs(context: 2);
        var batch = words.Pairs(context: 2, batchSize: 130_000, seed: 1).Batch(7);
        double[] shares = [.. Enumerable.Range(0, 3).Select(word => counts[(3 * word)..(3 * word + 3)].Sum() / counts.Sum())];
        for (var pair = 0; pair < 9; pair++)
        {
            Assert.Equal(counts[pair] / counts.Sum(), Share(batch.Left, batch.Right), 0.006);
            Assert.Equal(shares[pair / 3] * shares[pair % 3], Share(batch.Left, batch.Chance), 0.006);

            double Share(IReadOnlyList<int> left, IReadOnlyList<int> right) =>
                left.Zip(right).Count(one => (3 * one.First) + one.Second == pair) / 130_000.0;
        }

        Assert.Equal(batch.Left, words.Pairs(context: 2, batchSize: 130_000, seed: 1).Batch(7).Left);
        Assert.NotEqual(batch.Left, words.Pairs(context: 2, batchSize: 130_000, seed: 1).Batch(8).Left);
    }

    [Fact]
    public void A_text_without_pairs_is_said() =>
        Assert.Throws<ArgumentException>(() =>
            WordCorpus.Of(CharacterCorpus.Of("<member>one</member><member>two</member>", "test"), 2).Pairs(4, 8, 0));

    [Fact]
    public void The_target_is_2_for_always_and_minus_2_for_never()
    {
        var target = EmbeddingTarget.Of(2, [0, 5, 5, 0]);

        double[] expected = [-2, 2 / 3.0, 2 / 3.0, -2];
        Assert.All(expected.Zip(target.Matrix), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.All(target.Positive.Zip(target.Negative), pair => Assert.Equal(1, pair.First + pair.Second, 1e-12));
    }

    [Fact]
    public void A_mode_grows_as_gradient_flow_does()
    {
        var mode = new EmbeddingMode(Eigenvalue: 3, InitialSize: 0.01);
        const double rate = 1e-5;
        var size = mode.InitialSize;
        var steps = (int)(mode.Arrival / (2 * rate));
        for (var step = 0; step < steps; step++) size += rate * size * (mode.Eigenvalue - size * size);

        Assert.Equal(mode.SizeAt(2 * rate * steps), size, 1e-3);
        Assert.Equal(Math.Sqrt(1.5), size, 0.01);
        Assert.Equal(mode.InitialSize, mode.SizeAt(0), 1e-12);
        Assert.Equal(Math.Sqrt(3), mode.SizeAt(1e4), 1e-9);
    }

    [Fact]
    public void Too_short_a_text_is_said() => Assert.Throws<ArgumentException>(() => WordCorpus.Of(Text, 50));
}
