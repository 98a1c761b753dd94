using System.Text.RegularExpressions;
using System.CommandLine;
using Parameterize.Charts.Report;
using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Samples.Tests;

/// <summary>What every sample's command line promises, at the smallest size.</summary>
[Collection("torch")]
public sealed partial class SampleCommandTests : IDisposable
{
    private static readonly Dictionary<string, RootCommand> Samples = new()
    {
        ["ConvNet"] = ConvNet.Demo.Command,
        ["Mlp"] = Mlp.Demo.Command,
        ["RandomFeatures"] = RandomFeatures.Demo.Command,
        ["RichnessDial"] = RichnessDial.Demo.Command,
        ["Spectra"] = Spectra.Demo.Command,
        ["Transformer"] = Transformer.Demo.Command,
        ["WordEmbeddings"] = WordEmbeddings.Demo.Command,
    };

    private const int Few = 2;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parameterize-samples-");

    public static TheoryData<string> All => [.. Samples.Keys];

    private string Trials => Path.Combine(_folder.FullName, "trials.jsonl");

    private string Report => Path.Combine(_folder.FullName, "report.html");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Writes_a_report_and_goes_on_where_it_was(string sample)
    {
        Assert.Equal((0, ""), await Run(sample));

        var html = await File.ReadAllTextAsync(Report);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", WithoutScripts(html), StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"./build.sh demo {sample} --tiny", html, StringComparison.Ordinal);

        // As a kill leaves it: the last trial is not written, or torn.
        var trials = await File.ReadAllLinesAsync(Trials);
        await File.WriteAllTextAsync(Trials, string.Join('\n', trials[..^1]) + "\n" + trials[^1][..20]);
        Assert.Equal((0, ""), await Run(sample));

        Assert.Equal(trials.Order(), (await File.ReadAllLinesAsync(Trials)).Order());
        Assert.Equal(html, await File.ReadAllTextAsync(Report));
    }

    // What the page's script is written in knows numbers that are none; the data beside it has to have none.
    private static string WithoutScripts(string html) => Script().Replace(html, "");

    [GeneratedRegex("<script>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [Fact]
    public async Task Old_numbers_are_said_to_be_old_and_those_of_a_changed_model_are_put_aside()
    {
        Task<(int Exit, string Text)> Demo() => Shown(
            Console.Out, Console.SetOut,
            () => SampleCommand.InvokeAsync(Samples["RandomFeatures"], ["--tiny", "--output", _folder.FullName]));
        var first = await Demo();
        Assert.DoesNotContain("reused", first.Text, StringComparison.Ordinal);
        var results = ResultStore.Read(Trials);

        Assert.Contains("trials.jsonl, made by the same build; delete it to run anew\n", (await Demo()).Text, StringComparison.Ordinal);

        ResultStore.Write(Trials, results.Select(result => result with { MadeBy = "another" }));
        var anew = (await Demo()).Text;
        Assert.Contains(
            $"{results.Count} results of another build are put aside, in trials.before-1.jsonl: the trials run anew.", anew,
            StringComparison.Ordinal);
        Assert.DoesNotContain("reused", anew, StringComparison.Ordinal);
        Assert.Equal(results, ResultStore.Read(Trials));
        Assert.All(
            ResultStore.Read(Path.Combine(_folder.FullName, "trials.before-1.jsonl")), result => Assert.Equal("another", result.MadeBy));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Stopping_is_said_in_a_sentence_and_leaves_no_half_trial(string sample)
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var (exit, errors) = await Run(sample, source.Token);

        Assert.Equal(130, exit);
        Assert.Equal("Stopped. Finished trials are kept, and the same command goes on from there.", errors.Trim());
        Assert.Empty(ResultStore.Read(Trials));
        Assert.False(File.Exists(Report));
    }

    [Fact]
    public async Task Stopping_on_the_way_keeps_what_is_finished()
    {
        using var source = new CancellationTokenSource();
        var running = Run("Mlp", source.Token);
        while (!running.IsCompleted && (!File.Exists(Trials) || ResultStore.Read(Trials).Count == 0)) await Task.Delay(10);
        await source.CancelAsync();

        Assert.Equal(130, (await running).Exit);
        Assert.NotEmpty(ResultStore.Read(Trials));
    }

    [Theory]
    [InlineData(SlopeOutcome.Pass, 0)]
    [InlineData(SlopeOutcome.Unresolved, 0)]
    [InlineData(SlopeOutcome.Fail, 1)]
    public async Task A_prediction_that_failed_is_exit_code_one(SlopeOutcome outcome, int expected)
    {
        var page = new ReportPage("Page").Section("Slopes", "", table: new ReportTable("verdict").Row(SlopeTable.Cell(outcome)));
        var (exit, _) = await Shown(
            Console.Out, Console.SetOut, () => Task.FromResult(new SampleRun(_folder, SampleSize.Standard).Finish(page)));
        Assert.Equal(expected, exit);
        Assert.True(File.Exists(Report));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Help_says_what_it_shows_and_where_it_writes(string sample)
    {
        var (exit, help) = await Shown(Console.Out, Console.SetOut, () => SampleCommand.InvokeAsync(Samples[sample], ["--help"]));

        Assert.Equal(0, exit);
        Assert.Contains(Samples[sample].Description!, help.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains(Path.Combine("artifacts", "demo", sample), help, StringComparison.Ordinal);
        Assert.Contains("--full", help, StringComparison.Ordinal);
        Assert.DoesNotContain("--tiny", help, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_unknown_option_is_named(string sample)
    {
        var (exit, errors) = await Shown(Console.Error, Console.SetError, () => SampleCommand.InvokeAsync(Samples[sample], ["--fulll"]));

        Assert.Equal(2, exit);
        Assert.Contains("'--fulll'", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mlp")]
    [InlineData("RandomFeatures")]
    [InlineData("Transformer")]
    [InlineData("WordEmbeddings")]
    public async Task A_missing_corpus_is_said_in_a_sentence(string sample)
    {
        var (exit, errors) = await Run(sample, CancellationToken.None, "--corpus", "no-such-file.txt");

        Assert.Equal(2, exit);
        Assert.Contains("no-such-file.txt", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_sweep_of_one_width_is_refused()
    {
        var (exit, errors) = await Run("Mlp", CancellationToken.None, "--widest", "64");

        Assert.Equal(2, exit);
        Assert.Equal("--widest 64 leaves one width or none: it is at least 128.", errors.Trim());
    }

    [Theory]
    [InlineData("ConvNet")]
    [InlineData("Mlp")]
    [InlineData("RichnessDial")]
    [InlineData("Transformer")]
    [InlineData("WordEmbeddings")]
    public async Task Trains_in_another_element_type_and_keeps_the_results_apart(string sample)
    {
        using var source = new CancellationTokenSource();
        var running = Run(sample, source.Token, "--device", "cpu", "--dtype", "float64");
        while (!running.IsCompleted && (!File.Exists(Trials) || ResultStore.Read(Trials).Count < Few)) await Task.Delay(10);
        await source.CancelAsync(); // all of it takes no other way than in float32

        Assert.Contains((await running).Exit, new[] { 0, 130 });
        Assert.NotEmpty(ResultStore.Read(Trials));
        Assert.All(ResultStore.Read(Trials), result => Assert.EndsWith("/device=cpu/dtype=float64", result.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--device", "cuda:63", "There is no device cuda:63")]
    [InlineData("--dtype", "float16", "Nothing is trained in float16 here")]
    public async Task A_placement_that_is_not_there_is_exit_code_two_before_anything_runs(string option, string value, string sentence)
    {
        var (exit, errors) = await Run("Mlp", CancellationToken.None, option, value);

        Assert.Equal(2, exit);
        Assert.StartsWith(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.False(File.Exists(Trials));
    }

    [Fact]
    public async Task Results_that_are_not_results_are_said_in_a_sentence()
    {
        await File.WriteAllTextAsync(Trials, "not a result\n{}\n");

        var (exit, errors) = await Run("ConvNet");

        Assert.Equal(2, exit);
        Assert.Contains("trials.jsonl", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    private Task<(int Exit, string Text)> Run(string sample, CancellationToken cancellation = default, params string[] further) => Shown(
        Console.Error,
        Console.SetError,
        () => SampleCommand.InvokeAsync(Samples[sample], ["--tiny", "--output", _folder.FullName, .. further], cancellation));

    /// <summary>What is written to the console's output or errors meanwhile.</summary>
    private static async Task<(int Exit, string Text)> Shown(TextWriter before, Action<TextWriter> set, Func<Task<int>> run)
    {
        using var written = new StringWriter();
        set(written);
        try
        {
            return (await run(), written.ToString());
        }
        finally
        {
            set(before);
        }
    }
}
