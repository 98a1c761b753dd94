namespace Parameterize.Experiments.Tests;

public sealed class ResultStoreTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    private static TrialResult Result(string id) => new TrialResult(id)
        .With("width", 64).With("name", "\u00e4 \"quoted\" <\u2028> \ud83d\ude00").With("rate", 0.0078125)
        .WithNumber("loss", 1.0 / 3).WithNumber("worst", double.NaN).WithNumber("up", double.PositiveInfinity)
        .WithSeries("losses", [4.6, double.NegativeInfinity, 1e-300]);

    [Fact]
    public void What_is_written_is_read()
    {
        var path = directory.File("deep/results.jsonl");
        using (var store = ResultStore.Open(path))
        {
            store.Append(Result("b"));
            store.Append(Result("a"));
            Assert.True(store.Contains("a") && !store.Contains("c"));
            Assert.Equal(["a", "b"], store.Results.Select(result => result.Id));
        }

        Assert.Equal(Result("a"), ResultStore.Read(path)[0]);
        Assert.Equal(0.0078125, ResultStore.Read(path)[0].NumericSetting("rate"));
        using var again = ResultStore.Open(path);
        Assert.Equal([Result("a"), Result("b")], again.Results);
        Assert.Equal(2, File.ReadAllLines(path).Length);
    }

    [Fact]
    public void A_line_torn_at_any_byte_is_mended()
    {
        var whole = directory.File("whole.jsonl");
        using (var store = ResultStore.Open(whole))
        {
            store.Append(Result("one"));
            store.Append(Result("two"));
            store.Append(Result("three"));
        }

        var bytes = File.ReadAllBytes(whole);
        var last = Array.LastIndexOf(bytes, (byte)'\n', bytes.Length - 2) + 1;
        var torn = directory.File("torn.jsonl");
        for (var length = last; length <= bytes.Length; length++)
        {
            File.WriteAllBytes(torn, bytes[..length]);
            var complete = length >= bytes.Length - 1;
            Assert.Equal(complete ? 3 : 2, ResultStore.Read(torn).Count);
            Assert.Equal(length, new FileInfo(torn).Length);

            using (var store = ResultStore.Open(torn))
            {
                Assert.Equal(complete, store.Contains("three"));
                if (!complete) store.Append(Result("three"));
            }

            Assert.Equal(bytes, File.ReadAllBytes(torn));
        }
    }

    [Fact]
    public void A_broken_line_in_the_middle_names_file_and_line()
    {
        var path = directory.File("broken.jsonl");
        File.WriteAllText(path, "{\"id\":\"a\"}\n\n{\"id\":\n{\"id\":\"b\"}\n");
        var error = Assert.Throws<InvalidDataException>(() => ResultStore.Open(path));
        Assert.Contains("broken.jsonl, line 3", error.Message, StringComparison.Ordinal);
        Assert.Equal("{\"id\":\"a\"}\n\n{\"id\":\n{\"id\":\"b\"}\n", File.ReadAllText(path));
    }

    [Fact]
    public void Shards_merge_in_one_order_and_results_that_differ_are_refused()
    {
        string[] paths = [directory.File("0.jsonl"), directory.File("1.jsonl")];
        File.WriteAllText(paths[0], "{\"id\":\"z\",\"numbers\":{\"x\":1}}\n{\"id\":\"B\"}");
        File.WriteAllText(paths[1], "{\"id\":\"a\"}\n{\"id\":\"z\",\"numbers\":{\"x\":1}}\n{\"id\":\"to");
        Assert.Equal(["B", "a", "z"], ResultStore.Merge(paths).Select(result => result.Id));
        Assert.Equal(["B", "a", "z"], ResultStore.Merge(paths.Reverse()).Select(result => result.Id));

        File.WriteAllText(paths[1], "{\"id\":\"z\",\"numbers\":{\"x\":2}}\n");
        var error = Assert.Throws<InvalidDataException>(() => ResultStore.Merge(paths));
        Assert.Contains("Trial 'z' has two results that differ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_is_written_once_and_a_file_by_one_process()
    {
        var path = directory.File("once.jsonl");
        using var store = ResultStore.Open(path);
        store.Append(Result("a"));
        Assert.Throws<InvalidOperationException>(() => store.Append(Result("a")));
        Assert.ThrowsAny<IOException>(() => ResultStore.Open(path));
        Assert.Single(ResultStore.Read(path));
    }

    [Fact]
    public void Threads_do_not_mix_their_lines()
    {
        var path = directory.File("threads.jsonl");
        using (var store = ResultStore.Open(path))
            Parallel.For(0, 200, trial => store.Append(Result(TrialId.Of("t", ("trial", trial)))));
        Assert.Equal(200, ResultStore.Read(path).Count);
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    public void Cultures_write_the_same_bytes(string culture)
    {
        static string Line() => ResultLine.Write(Result(TrialId.Of("transfer", ("rate", -0.5), ("width", 64), ("name", "ISTANBUL"))));
        Assert.Equal(UnderCulture.Run("", Line), UnderCulture.Run(culture, Line));
        Assert.Equal("transfer/rate=-0.5/width=64", UnderCulture.Run(culture, () => TrialId.Of("transfer", ("rate", -0.5), ("width", 64))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a=b")]
    [InlineData("a\nb")]
    public void Ids_refuse_what_would_be_ambiguous(string part) => Assert.Throws<ArgumentException>(() => TrialId.Of("t", ("name", part)));
}
