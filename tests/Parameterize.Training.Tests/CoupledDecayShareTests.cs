using System.Globalization;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>
/// How far a decay that joins the gradient turns a tensor's path away, over the path's length, is the same at every width, for the weights
/// that are drawn. What is near zero, such as biases of a norm, is turned by little but chance, and the gradient of a norm's gains has a
/// part of its own (<see cref="GainGradientTests"/>): these are only written down.
/// </summary>
[Collection("torch")]
public sealed class CoupledDecayShareTests(ITestOutputHelper output)
{
    private const double Tolerance = 0.15;
    private static readonly double[] s_dial = [0, 0.25, 0.5];
    private static readonly string[] s_drawn = ["_embed.weight", "_mix.weight", "_readout.weight"];

    public static TheoryData<int, double> Cases()
    {
        var cases = new TheoryData<int, double>();
        for (var optimizer = 0; optimizer < Optimizers.Count; optimizer++)
        {
            foreach (var richness in s_dial)
            {
                cases.Add(optimizer, richness);
            }
        }

        return cases;
    }

    private static IReadOnlyList<OptimizerCase> Optimizers { get; } =
    [
        new("Adam", ("lr", 0.005), ("eps", 1e-20)),
        new("NAdam", ("lr", 0.005), ("eps", 1e-20)),
        new("RMSProp", ("lr", 0.002), ("eps", 1e-20)),
        new("Adagrad", ("lr", 0.005), ("eps", 1e-20)),
        new("Adamax", ("lr", 0.005), ("eps", 1e-20)),
        new("Adadelta", ("lr", 1.0), ("eps", 1e-6)),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_decay_s_share_does_not_depend_on_width(int optimizer, double richness)
    {
        var shares = new[] { 64, 256, 1024 }.Select(width => Shares(Optimizers[optimizer], width, richness)).ToArray();
        var slopes = shares[0].Keys.ToDictionary(
            name => name, name => Math.Log(shares[^1][name] / shares[0][name]) / Math.Log(16));
        foreach (var (name, slope) in slopes)
        {
            var values = string.Join(", ", shares.Select(share => share[name].ToString("G3", CultureInfo.InvariantCulture)));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Optimizers[optimizer].Factory} r={richness} {name}: {slope:F2} ({values})"));
        }

        Assert.All(s_drawn, name => Assert.InRange(slopes[name], -Tolerance, Tolerance));
    }

    private static Dictionary<string, double> Shares(OptimizerCase optimizer, long width, double richness)
    {
        using var scope = NewDisposeScope();
        var ((start, plain), (_, decayed)) = (Run(decay: 0.0), Run(decay: 0.003));
        return plain.Keys.ToDictionary(name => name, name => Length(decayed[name], plain[name]) / Length(plain[name], start[name]));

        (Dictionary<string, Tensor> Start, Dictionary<string, Tensor> End) Run(double decay)
        {
            using var model = SeededModels.Build(5, () => new EveryKindMlp(width, richness));
            using var stepper = Gauges.Optimizer(model, optimizer.Factory, [.. optimizer.Arguments, ("weight_decay", decay)]);
            var start = Weights(model);
            TrainingLoop.Run(model, stepper, Classification.Task, seed: 0, steps: 10);
            return (start, Weights(model));
        }

        static Dictionary<string, Tensor> Weights(nn.Module model) =>
            model.named_parameters().ToDictionary(named => named.name, named => named.parameter.detach().clone());

        static double Length(Tensor to, Tensor from) => to.sub(from).norm().item<float>();
    }
}
