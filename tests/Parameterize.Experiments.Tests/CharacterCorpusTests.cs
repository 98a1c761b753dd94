namespace Parameterize.Experiments.Tests;

public sealed class CharacterCorpusTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Reference_packs_give_real_text_twice_the_same()
    {
        var corpus = CharacterCorpus.FromReferencePacks(300_000);
        Assert.True(corpus.Text.Length >= 300_000);
        Assert.Contains("<summary>", corpus.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', corpus.Text);
        Assert.Equal(corpus.Text, CharacterCorpus.FromReferencePacks(300_000).Text);
        Assert.StartsWith("Microsoft.NETCore.App.Ref ", corpus.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_pack_counts_and_files_come_in_ordinal_order()
    {
        Write("9.0.9", "A.xml", "nine");
        Write("10.0.2", "b.xml", "\uFEFFsecond\r\n");
        Write("10.0.2", "B.xml", "first");
        Directory.CreateDirectory(directory.File("packs/Microsoft.NETCore.App.Ref/11.0.0"));
        Assert.Equal("firstsecond\n", CharacterCorpus.FromReferencePacks([directory.Path], 10).Text);
        Assert.Equal("first", CharacterCorpus.FromReferencePacks([directory.File("none"), directory.Path], 3).Text);
        var few = Assert.Throws<InvalidDataException>(() => CharacterCorpus.FromReferencePacks([directory.Path], 1000));
        Assert.Contains("12 characters", few.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_say_where_it_looked_and_what_to_do()
    {
        var error = Assert.Throws<FileNotFoundException>(() => CharacterCorpus.FromReferencePacks([directory.Path], 1));
        Assert.Contains(directory.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains("--corpus FILE", error.Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => CharacterCorpus.FromFile(directory.File("missing.txt")));
        File.WriteAllText(directory.File("empty.txt"), "");
        Assert.Throws<InvalidDataException>(() => CharacterCorpus.FromFile(directory.File("empty.txt")));
    }

    [Fact]
    public void Vocabulary_orders_by_frequency_then_code()
    {
        var vocabulary = CharacterVocabulary.Of("bbb aaa zz qz", 4);
        Assert.Equal(" abz", string.Concat(vocabulary.Characters));
        Assert.Equal((5, 4), (vocabulary.Count, vocabulary.Unknown));
        Assert.Equal([2, 4, 1], vocabulary.Encode("bqa"));
        Assert.Equal("b\uFFFDa", vocabulary.Decode([2, 4, 1]));
        Assert.Equal(4, CharacterVocabulary.Of("aab ", 100).Count);
    }

    [Fact]
    public void Batches_are_windows_of_the_text_within_their_split()
    {
        var text = string.Concat(Enumerable.Range(0, 1000).Select(i => (char)('\u4e00' + i)));
        var corpus = CharacterCorpus.Of(text, "test").Encode(2000);
        var sampler = corpus.Sampler(window: 5, batchSize: 64, seed: 3);
        var starts = new HashSet<long>();
        for (var step = 0; step < 200; step++)
        {
            foreach (var split in Enum.GetValues<CorpusSplit>())
            {
                var batch = sampler.Batch(step, split);
                for (var b = 0; b < 64; b++)
                {
                    var start = batch.Inputs[b * 5];
                    Assert.Equal(Enumerable.Range(0, 5).Select(t => start + t), batch.Inputs[(b * 5)..(b * 5 + 5)]);
                    Assert.Equal(Enumerable.Range(1, 5).Select(t => start + t), batch.Targets[(b * 5)..(b * 5 + 5)]);
                    Assert.Equal(start + 5, batch.Next[b]);
                    Assert.True(split == CorpusSplit.Training ? batch.Next[b] < 900 : start >= 900);
                    starts.Add(start);
                }
            }
        }

        // Every place is reached: 0..894 and 900..994.
        Assert.Equal((990, 0L, 994L), (starts.Count, starts.Min(), starts.Max()));
    }

    [Fact]
    public void Batches_depend_on_seed_and_step_alone()
    {
        var corpus = CharacterCorpus.FromReferencePacks(100_000).Encode(90);
        var sampler = corpus.Sampler(16, 8, seed: 1);
        var later = sampler.Batch(7).Inputs;
        sampler.Batch(0);
        Assert.Equal(later, corpus.Sampler(16, 8, seed: 1).Batch(7).Inputs);
        Assert.NotEqual(later, sampler.Batch(8).Inputs);
        Assert.NotEqual(later, corpus.Sampler(16, 8, seed: 2).Batch(7).Inputs);
        Assert.All(later, code => Assert.InRange(code, 0, corpus.Vocabulary.Count - 1));
    }

    [Fact]
    public void The_generator_is_SplitMix64()
    {
        // The reference implementation's first values from state 1234567.
        var random = new SplitMix(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL],
            Enumerable.Range(0, 3).Select(_ => random.Next()));
    }

    [Fact]
    public void A_text_too_short_for_its_windows_is_refused()
    {
        var corpus = CharacterCorpus.Of(new string('a', 100), "test").Encode(1);
        Assert.Contains("too few for a window", Assert.Throws<ArgumentException>(() => corpus.Sampler(16, 1, 0)).Message,
            StringComparison.Ordinal);
    }

    private void Write(string version, string name, string text)
    {
        var path = directory.File($"packs/Microsoft.NETCore.App.Ref/{version}/ref/net{version[..^2]}/{name}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
