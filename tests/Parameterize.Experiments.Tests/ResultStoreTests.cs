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
        using (var store = ResultStore.Open(path, ""))
        {
            store.Append(Result("b"));
            store.Append(Result("a"));
            Assert.True(store.Contains("a") && !store.Contains("c"));
            Assert.Equal(["a", "b"], store.Results.Select(result => result.Id));
        }

        Assert.Equal(Result("a"), ResultStore.Read(path)[0]);
        Assert.Equal(0.0078125, ResultStore.Read(path)[0].NumericSetting("rate"));
        Assert.Equal(2, File.ReadAllLines(path).Length);
        using var again = ResultStore.Open(path, "");
        Assert.Equal([Result("a"), Result("b")], again.Results);
    }

    [Fact]
    public void A_line_torn_at_any_byte_is_mended()
    {
        var whole = directory.File("whole.jsonl");
        using (var store = ResultStore.Open(whole, ""))
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

            using (var store = ResultStore.Open(torn, ""))
            {
                Assert.Equal(complete, store.Contains("three"));
                Assert.Equal(length, new FileInfo(torn).Length);
                if (!complete) store.Append(Result("three"));
                else store.Append(Result("four"));
            }

            Assert.Equal(bytes, File.ReadAllBytes(torn)[..bytes.Length]);
        }
    }

    [Fact]
    public void A_broken_line_in_the_middle_names_file_and_line()
    {
        var path = directory.File("broken.jsonl");
        File.WriteAllText(path, "{\"id\":\"a\"}\n\n{\"id\":\n{\"id\":\"b\"}\n");
        var error = Assert.Throws<InvalidDataException>(() => ResultStore.Open(path, ""));
        Assert.Contains("broken.jsonl, line 3", error.Message, StringComparison.Ordinal);
        Assert.Equal("{\"id\":\"a\"}\n\n{\"id\":\n{\"id\":\"b\"}\n", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("my notes")]
    [InlineData("first line\nno newline at its end")]
    [InlineData("{")]
    [InlineData("{\"id\":7,\"text\":\"mine")]
    [InlineData("{\"id\":\"a\"}\n{\"text\":\"mine")]
    [InlineData("{\"id\":\"a\"}\nnotes")]
    [InlineData("{\"id\":\"a\",\"text\":\"mine\"}")]
    [InlineData("{\"id\":\"a\"} and more")]
    [InlineData("{\"id\":\"a\", mine")]
    [InlineData("[1, 2]")]
    [InlineData("\0\0\0\0")]
    public void A_foreign_file_stays_as_it_is(string text)
    {
        var path = directory.File("foreign.txt");
        File.WriteAllText(path, text);
        if (text != "{")
        {
            var error = Assert.Throws<InvalidDataException>(() => ResultStore.Open(path, ""));
            Assert.Contains("left as it is", error.Message, StringComparison.Ordinal);
            Assert.Throws<InvalidDataException>(() => ResultStore.Read(path));
        }
        else
        {
            // May be the first byte of a result; it is cut off by the next result alone.
            ResultStore.Open(path, "").Dispose();
        }

        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over_and_kept()
    {
        var path = directory.File("mark.jsonl");
        File.WriteAllText(path, "{\"id\":\"a\"}", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Single(ResultStore.Read(path));
        using (var store = ResultStore.Open(path, "")) store.Append(new TrialResult("b"));
        Assert.Equal(["a", "b"], ResultStore.Read(path).Select(result => result.Id));
        Assert.Equal(0xEF, File.ReadAllBytes(path)[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_link_does_not_get_round_the_only_writer(bool isHard)
    {
        var path = directory.File("named.jsonl");
        var link = directory.File("other-name.jsonl");
        using var store = ResultStore.Open(path, "");
        if (isHard) HardLink(path, link);
        else File.CreateSymbolicLink(link, path);
        store.Append(Result("a"));
        var error = Assert.Throws<IOException>(() => ResultStore.Open(link, ""));
        Assert.Contains("under another name", error.Message, StringComparison.Ordinal);
        Assert.Single(ResultStore.Read(link));
        store.Append(Result("b"));
        Assert.Equal(2, ResultStore.Read(path).Count);
    }

    private static void HardLink(string path, string link)
    {
        using var process = OperatingSystem.IsWindows()
            ? System.Diagnostics.Process.Start("cmd", ["/c", "mklink", "/H", link, path])
            : System.Diagnostics.Process.Start("ln", [path, link]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
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
        using var store = ResultStore.Open(path, "");
        store.Append(Result("a"));
        Assert.Equal("a", Assert.Single(ResultStore.Read(path)).Id);
        Assert.Throws<InvalidOperationException>(() => store.Append(Result("a")));
        Assert.ThrowsAny<IOException>(() => ResultStore.Open(path, ""));
        Assert.Single(ResultStore.Read(path));
    }

    [Fact]
    public void Threads_do_not_mix_their_lines()
    {
        var path = directory.File("threads.jsonl");
        using (var store = ResultStore.Open(path, ""))
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
