using System.Text.Json;
using Parameterize.Experiments;
using Parameterize.Experiments.Training;
using Parameterize.Samples.Mlp;
using Parameterize.Samples.Mlp.Constants;
using static TorchSharp.torch;

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

    [Fact]
    public void Measures_Muon_beside_AdamW()
    {
        Assert.Equal(0, Demo.Command.Parse(["--muon", "--tiny", "--output", _folder.FullName]).Invoke());

        Assert.Contains("<svg", File.ReadAllText(Path.Combine(_folder.FullName, "muon.html")), StringComparison.Ordinal);
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.FullName, "muon.json")));
        var slopes = results.RootElement.GetProperty("slopes").EnumerateArray().ToArray();
        Assert.Equal(3 * 3, slopes.Length);
        Assert.All(slopes, slope => Assert.InRange(
            slope.GetProperty("slope").GetDouble() - slope.GetProperty("predicted").GetDouble(), -0.3, 0.3));
        Assert.Equal(
            ["AdamW", "AdamW", "Muon", "Muon", "Muon, standard", "Muon, standard"],
            results.RootElement.GetProperty("transfer").EnumerateArray().Select(row => row.GetProperty("parametrization").GetString()));
    }

    [Fact]
    public void Tunes_the_constants_of_the_base_model_for_both_parametrizations()
    {
        Assert.Equal(0, Demo.Command.Parse(["--constants", "--tiny", "--output", _folder.FullName]).Invoke());

        var page = File.ReadAllText(Path.Combine(_folder.FullName, "constants.html"));
        Assert.All(LayerConstants.Names, name => Assert.Contains(name, page, StringComparison.Ordinal));
        Assert.Contains("muP, tuned", page, StringComparison.Ordinal);
    }

    /// <summary>And with any, both parametrizations are one network at base width.</summary>
    [Fact]
    public void With_constants_of_one_a_network_trains_as_by_its_own_Adam()
    {
        var constants = LayerConstants.One.With(0, 2).With(4, -1).With(5, 1);
        Assert.Equal(Losses(Standard, one => one.Adam(0.01)), Losses(Standard, one => Tuned(one, LayerConstants.One)));
        var tuned = Losses(() => constants.Initialized(Standard()), one => Tuned(one, constants));
        Assert.Equal(tuned, Losses(
            () => constants.Initialized(new CharacterMlp(20, 4, 64, Richness.MaximalUpdate)),
            one => constants.Adam(one, one.ParameterGroups(OptimizerFamily.AdamLike), 0.01)));
        Assert.NotEqual(tuned, Losses(Standard, one => one.Adam(0.01)));

        static CharacterMlp Standard() => Baseline.Of(() => new CharacterMlp(20, 4, 64, Richness.MaximalUpdate));

        static optim.Optimizer Tuned(CharacterMlp model, LayerConstants constants) =>
            constants.Adam(model, model.ParameterGroups(OptimizerFamily.AdamLike), 0.01);

        static IReadOnlyList<double> Losses<TModel>(Func<TModel> build, Func<TModel, optim.Optimizer> optimizer)
            where TModel : nn.Module<Tensor, Tensor>
        {
            using var model = SeededModels.Build(3, build);
            using var stepper = optimizer(model);
            var task = new TrainingTask(
                (seed, step) => (arange(step, step + 32).reshape(8, 4) % 20, arange(8) % 20),
                (logits, next) => nn.functional.cross_entropy(logits, next));
            return TrainingLoop.Run(model, stepper, task, seed: 0, steps: 4);
        }
    }
}
