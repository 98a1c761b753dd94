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
    public void Measures_slopes_and_best_rates()
    {
        Assert.Equal(0, Demo.Run(new SampleRun(_folder, SampleSize.Tiny)));

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
}
