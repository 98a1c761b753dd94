using System.Text.Json;
using Parameterize.Experiments.Training;
using Parameterize.Samples.Transformer;
using static TorchSharp.torch;

namespace Parameterize.Samples.Tests;

/// <summary>The transformer's demo at its smallest size, and what it relies on.</summary>
[Collection("torch")]
public sealed class TransformerDemoTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parameterize-demo-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Measures_slopes_and_best_rates()
    {
        Assert.Equal(0, Demo.Run(new SampleRun(_folder, SampleSize.Tiny)));

        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.FullName, "results.json")));
        var slopes = results.RootElement.GetProperty("slopes").EnumerateArray().ToArray();
        string[] layers = ["_query", "_key", "_value", "_logits", "_gather", "_expand", "_contract"];
        Assert.Equal(layers, slopes.Take(layers.Length).Select(slope => slope.GetProperty("layer").GetString()));
        Assert.Equal(3 * layers.Length, slopes.Length);
        Assert.All(slopes, slope =>
        {
            Assert.Equal(slope.GetProperty("richness").GetDouble() - 0.5, slope.GetProperty("predicted").GetDouble());
            Assert.InRange(slope.GetProperty("slope").GetDouble(), -2, 2);
        });
        var transfer = results.RootElement.GetProperty("transfer").EnumerateArray().ToArray();
        Assert.Equal(["standard", "standard", "muP", "muP"], transfer.Select(row => row.GetProperty("parametrization").GetString()));
    }

    [Fact]
    public void Attention_written_out_is_the_fused_one()
    {
        using var fused = Model(width: 128, showLogits: false);
        using var written = Model(width: 128, showLogits: true);
        using var scope = NewDisposeScope();
        foreach (var (plain, shown) in fused.parameters().Zip(written.parameters()))
        {
            Assert.True(plain.allclose(shown));
        }

        using var noGradient = no_grad();
        foreach (var model in new[] { fused, written })
        {
            foreach (var (name, parameter) in model.named_parameters())
            {
                if (name.EndsWith("_query.weight", StringComparison.Ordinal)) parameter.fill_(0.1);
            }
        }

        var input = arange(24, ScalarType.Int64).reshape(2, 12);
        Assert.True(fused.call(input).allclose(written.call(input), atol: 1e-5));
    }

    [Fact]
    public void At_base_it_is_the_standard_transformer()
    {
        using var scaled = Model(width: 64, showLogits: false);
        using var standard = Baseline.Of(() => Model(width: 64, showLogits: false));
        using var scope = NewDisposeScope();
        var input = arange(24, ScalarType.Int64).reshape(2, 12);

        Assert.Equal(standard.call(input).data<float>().ToArray(), scaled.call(input).data<float>().ToArray());
    }

    private static CharacterTransformer Model(long width, bool showLogits) => SeededModels.Build(
        0, () => new CharacterTransformer(30, 16, width, Demo.HeadWidth(width), Demo.Depth, Richness.MaximalUpdate, showLogits));
}
