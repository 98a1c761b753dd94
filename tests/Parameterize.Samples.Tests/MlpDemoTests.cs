using System.Text.Json;
using Parameterize.Samples.Mlp;

namespace Parameterize.Samples.Tests;

/// <summary>The demo at its smallest size does all that the large one does.</summary>
[Collection("torch")]
public sealed class MlpDemoTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parameterize-demo-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Writes_report_and_results()
    {
        var exit = Demo.Run(new DemoOptions(Corpus: null, _folder, Figures: null, Demo.Tiny), CancellationToken.None);

        Assert.Equal(0, exit);
        var html = File.ReadAllText(Path.Combine(_folder.FullName, "report.html"));
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);

        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.FullName, "results.json")));
        var slopes = results.RootElement.GetProperty("slopes").EnumerateArray().ToArray();
        Assert.Equal(2 * 3 * 3, slopes.Length);
        Assert.All(slopes, slope =>
        {
            Assert.Equal(slope.GetProperty("richness").GetDouble() - 0.5, slope.GetProperty("predicted").GetDouble());
            Assert.InRange(slope.GetProperty("slope").GetDouble(), -2, 2);
        });
        var transfer = results.RootElement.GetProperty("transfer").EnumerateArray().ToArray();
        Assert.Equal(["standard", "standard", "muP", "muP"], transfer.Select(row => row.GetProperty("parametrization").GetString()));
        Assert.All(transfer, row => Assert.InRange(row.GetProperty("bestLearningRate").GetDouble(), Math.Pow(2, -9), Math.Pow(2, -6)));
    }

    [Fact]
    public void A_second_run_takes_the_trials_of_the_first()
    {
        var options = new DemoOptions(Corpus: null, _folder, Figures: null, Demo.Tiny);
        Demo.Run(options, CancellationToken.None);
        var trials = File.ReadAllText(Path.Combine(_folder.FullName, "transfer.jsonl"));

        Demo.Run(options, CancellationToken.None);

        Assert.Equal(trials, File.ReadAllText(Path.Combine(_folder.FullName, "transfer.jsonl")));
    }

    [Fact]
    public async Task A_missing_corpus_is_said_in_a_sentence()
    {
        var errors = new StringWriter();
        var before = Console.Error;
        Console.SetError(errors);
        try
        {
            var exit = await Demo.Command().Parse(["--corpus", "no-such-file.txt", "--output", _folder.FullName]).InvokeAsync();
            Assert.Equal(1, exit);
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Contains("no-such-file.txt", errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors.ToString(), StringComparison.Ordinal);
    }
}
