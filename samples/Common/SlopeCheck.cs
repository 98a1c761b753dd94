using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Samples;

/// <summary>The coordinate check of one optimizer at one richness.</summary>
/// <param name="Optimizer">Its name.</param>
/// <param name="Richness">r.</param>
/// <param name="Shown">The slopes that the dial sets and the sample shows.</param>
public sealed record SlopeCheck(string Optimizer, double Richness, IReadOnlyList<CoordinateSlope> Shown)
{
    /// <summary>How far a slope may be off at the widths of a demo.</summary>
    public const double Tolerance = 0.1;

    private static readonly double[] Dial = [Parameterize.Richness.NeuralTangent, 0.25, Parameterize.Richness.MaximalUpdate];

    /// <summary>Runs the checks of every optimizer from lazy to rich, each run a trial.</summary>
    /// <param name="run">What was asked for.</param>
    /// <param name="store">Where trials are kept.</param>
    /// <param name="task">The task, as ids of trials name it.</param>
    /// <param name="optimizers">Names of the optimizers, and their rates at the base width.</param>
    /// <param name="check">The check of an optimizer, a rate and a richness.</param>
    /// <param name="shown">What is shown of what it measures; the change of hidden layers, unless told otherwise.</param>
    public static IReadOnlyList<SlopeCheck> Run<TModel>(
        SampleRun run,
        ResultStore store,
        string task,
        IReadOnlyList<(string Name, double Rate)> optimizers,
        Func<string, double, double, CoordinateCheck<TModel>> check,
        Func<IEnumerable<CoordinateSlope>, IEnumerable<CoordinateSlope>>? shown = null)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        set_num_threads(1); // every core is busy with a model of its own
        return [.. from optimizer in optimizers from richness in Dial select One(optimizer.Name, optimizer.Rate, richness)];

        SlopeCheck One(string optimizer, double rate, double richness)
        {
            var id = TrialId.Of("slopes", ("model", typeof(TModel).Name), ("task", task), ("optimizer", optimizer), ("rate", rate),
                ("r", richness));
            var result = StudyProgress.Of(
                run,
                FormattableString.Invariant($"slopes: {optimizer}, r = {richness}"),
                progress => check(optimizer, rate, richness).On(run.Placement).Workers(run.Placement.Workers)
                    .Run(store, id, progress, run.Cancellation));
            return new SlopeCheck(optimizer, richness, [.. (shown ?? HiddenChanges)(result.Slopes)]);
        }
    }

    private static IEnumerable<CoordinateSlope> HiddenChanges(IEnumerable<CoordinateSlope> slopes) =>
        slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange);
}
