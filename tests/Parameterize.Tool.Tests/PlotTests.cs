using Parameterize.Experiments.Sweeps;
using Parameterize.Tool.Tests.Kit;

namespace Parameterize.Tool.Tests;

public sealed class PlotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_rate_sweep_is_drawn_with_its_best_rates_and_their_drift()
    {
        var results = from parametrization in new[] { "standard", "muP" }
                      from width in new long[] { 64, 128, 256 }
                      from power in Enumerable.Range(-10, 6)
                      from seed in new[] { 0, 1 }
                      let best = parametrization == "muP" ? -7.5 : -7.5 - Math.Log2(width / 128.0)
                      select new TransferTrial(parametrization, width, Math.Pow(2, power), seed).Result(1 + Math.Pow(power - best, 2));
        var html = await Plot(results);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("width 256", html, StringComparison.Ordinal);
        Assert.Contains("standard: the best rate moves -1.00 ± 0.00 octaves per doubling of the width.", html, StringComparison.Ordinal);
        Assert.Contains("muP: the best rate moves 0.00 ± 0.00 octaves", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_results_are_drawn_number_by_number()
    {
        var html = await Plot(new Subjects.TinyExperiment().Trials.Take(90).Select(trial => trial.Run(default)));
        Assert.Contains("TinyExperiment: loss", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diverged_run_does_not_stop_the_page() =>
        Assert.Contains(
            "<svg", await Plot([new TransferTrial("muP", 64, 1, 0).Result(double.NaN), new TransferTrial("muP", 128, 1, 0).Result(1)]),
            StringComparison.Ordinal);

    private async Task<string> Plot(IEnumerable<TrialResult> results)
    {
        var file = _folder.Write("results.jsonl", ResultStore.ToLines(results));
        (await ToolRun.Of("plot", file, "--output", _folder.File("report.html"))).Expect(0);
        return await File.ReadAllTextAsync(_folder.File("report.html"));
    }
}
