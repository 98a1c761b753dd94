namespace Parameterize.Experiments.Tests;

/// <summary>Words, counts of pairs, the matrix that they make, and the closed form of its modes (arXiv 2502.09863).</summary>
public class WordEmbeddingTests
{
    private static readonly CharacterCorpus Text = CharacterCorpus.Of("<member name=\"no\">A cat saw the dog. The cat</member><member>the end</member>", "test");

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
