using Parameterize.Experiments;
using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples.RichnessDial;

/// <summary>One network in four gauges, trained alike.</summary>
/// <param name="Optimizer">SGD or Adam.</param>
/// <param name="Richness">r.</param>
/// <param name="Gauge">How it is written.</param>
/// <param name="FirstLoss">Loss before training.</param>
/// <param name="LastLoss">Loss at the last step.</param>
/// <param name="Deviation">Largest relative difference to the first gauge's loss, over the steps.</param>
internal sealed record GaugeRun(string Optimizer, double Richness, Gauge Gauge, double FirstLoss, double LastLoss, double Deviation);

/// <summary>
/// Multiplier, init and rate trade places between gauges, and training does not notice (theory: section 3 of the tutorial).
/// </summary>
internal static class GaugeStudy
{
    private const long Width = 128;
    private const int Steps = 30;
    private static readonly string[] Optimizers = ["SGD", "Adam"];
    private static readonly double[] Dial = [0.25, 0.5];

    public static IReadOnlyList<GaugeRun> Run(Placement placement, IProgress<TrialProgress> progress, CancellationToken cancellation)
    {
        var runs = new List<GaugeRun>();
        foreach (var optimizer in Optimizers)
        {
            foreach (var richness in Dial)
            {
                runs.AddRange(OneOf(placement, optimizer, richness, cancellation));
                progress.Report(new TrialProgress(runs.Count, 4 * Optimizers.Length * Dial.Length, optimizer));
            }
        }

        return runs;
    }

    private static IEnumerable<GaugeRun> OneOf(Placement placement, string optimizer, double richness, CancellationToken cancellation)
    {
        var (sgd, step) = (optimizer == "SGD", optimizer == "SGD" ? 0.05 : 0.003);
        var curves = new (Gauge Gauge, IReadOnlyList<double> Losses)[]
        {
            (Gauge.NeuralTangent, Train(
                placement, () => new NeuralTangentNet(Width, richness), model => sgd ? model.SGD(step) : model.Adam(step), cancellation)),
            (Gauge.LearningRate, Train(
                placement, () => new LearningRateNet(Width, richness), model => sgd ? model.SGD(step) : model.Adam(step), cancellation)),
            (Gauge.Multiplier, Train(
                placement, () => new MultiplierNet(Width, richness), model => sgd ? model.SGD(step) : model.Adam(step), cancellation)),
            (Gauge.TensorPrograms, Train(
                placement, () => new TensorProgramsNet(Width, richness), model => sgd ? model.SGD(step) : model.Adam(step), cancellation)),
        };
        var reference = curves[0].Losses;
        return curves.Select(curve => new GaugeRun(
            optimizer, richness, curve.Gauge, curve.Losses[0], curve.Losses[^1],
            curve.Losses.Zip(reference, (one, other) => Math.Abs(one / other - 1)).Max()));
    }

    private static IReadOnlyList<double> Train<TModel>(
        Placement placement, Func<TModel> build, Func<TModel, optim.Optimizer> optimizer, CancellationToken cancellation)
        where TModel : Module<Tensor, Tensor>
    {
        using var model = placement.Build(0, build);
        using var stepper = optimizer(model);
        return TrainingLoop.Run(model, stepper, placement.Of(Teacher.Fixed(64, ScalarType.Float64)), seed: 0, Steps, cancellation);
    }
}
