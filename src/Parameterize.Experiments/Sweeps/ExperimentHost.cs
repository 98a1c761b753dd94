using System.Reflection;
using Parameterize.Experiments.Shapes;

namespace Parameterize.Experiments.Sweeps;

/// <summary>
/// What the command line calls inside the user's own load context, where the user's versions of this assembly and of TorchSharp run: only
/// text, numbers and the runtime's own types go in and out, so that the two sides need not have the same versions.
/// </summary>
public sealed class ExperimentHost
{
    private readonly Assembly _assembly;
    private readonly IExperiment _experiment;
    private readonly Lazy<Dictionary<string, ExperimentTrial>> _trials;
    private string? _device;
    private string? _dtype;
    private int? _threads;

    /// <summary>Finds an experiment.</summary>
    /// <param name="assembly">The user's assembly.</param>
    /// <param name="name">Name of the class.</param>
    /// <exception cref="ArgumentException">There is no such experiment.</exception>
    public ExperimentHost(Assembly assembly, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        _assembly = assembly;
        _experiment = ExperimentCatalogue.Make(assembly, name);
        _trials = new(() => ById(_experiment));
    }

    /// <summary>Name and description of every experiment.</summary>
    public static KeyValuePair<string, string>[] List(Assembly assembly) =>
        [.. ExperimentCatalogue.Of(assembly)
            .Select(type => KeyValuePair.Create(type.Name, ((IExperiment)Activator.CreateInstance(type)!).Description))];

    /// <summary>To be called before anything else, if a device or an element type is asked for.</summary>
    /// <param name="onDevice">Such as <c>cuda:1</c>; null where nothing is said.</param>
    /// <param name="inDtype">Such as <c>bfloat16</c>; null where nothing is said.</param>
    /// <param name="runs">Whether anything will run, so that the machine has to have the device.</param>
    /// <exception cref="ArgumentException">There is no such device or type, or the experiment takes none.</exception>
    public void Place(string? onDevice, string? inDtype, bool runs)
    {
        var placement = Placement.Parse(onDevice, inDtype);
        if (runs)
        {
            placement.Require();
        }

        _experiment.Place(placement);
        (_device, _dtype) = (onDevice, inDtype);
    }

    /// <summary>The ids of all trials, in the order in which they should start.</summary>
    public string[] Plan() => [.. _experiment.Trials.Select(trial => trial.Id)];

    /// <summary>To be called once, before the first trial.</summary>
    public void UseThreads(int perTrial)
    {
        _threads = perTrial;
        _experiment.UseThreads(perTrial);
    }

    /// <summary>What makes the results, see <see cref="TrialMaker"/>.</summary>
    /// <param name="threads">Threads inside a trial.</param>
    public string MadeBy(int threads) => TrialMaker.Of(_assembly, threads);

    /// <summary>
    /// Runs trials. One at a time has libtorch's default generator for itself, seeded by its id; what keeps the garbage collector out of
    /// libtorch's calls (<see cref="TrialRun.BetweenSteps"/>) knows only the trials that its own copy of this assembly runs.
    /// </summary>
    /// <param name="ids">Which, in the order in which they start.</param>
    /// <param name="workers">How many run at once. Several may not draw from that generator, but while a model is built.</param>
    /// <param name="ended">Told when a trial has ended, on its thread: its id, and its result as a line of a results file.</param>
    /// <param name="cancellation">Stops between two steps; trials that have not ended are not told of.</param>
    public void Run(string[] ids, int workers, Action<string, string> ended, CancellationToken cancellation) =>
        Spread.Over(ids, workers, id => Line(id, workers == 1, cancellation), cancellation, ended);

    /// <summary>What can be checked; of that, what is checked unless one is asked for.</summary>
    /// <exception cref="ArgumentException">The experiment has nothing to check.</exception>
    public string[] Variants(bool all) => [.. all ? Checked.Variants : Checked.CheckedVariants];

    /// <summary>Measures slopes; whatever is null is as the experiment has it. Returns a <see cref="CheckReport"/> as JSON.</summary>
    public string Check(
        string variant, (long Smallest, long Largest)? widths, int? seeds, int? steps, double? rate, double tolerance,
        Action<int, int, string> progress, CancellationToken cancellation) =>
        Check(variant, widths, seeds, steps, rate, tolerance, eachStep: false, progress, cancellation);

    /// <summary>The same, measured after each step.</summary>
    public string CheckEachStep(
        string variant, (long Smallest, long Largest)? widths, int? seeds, int? steps, double? rate, double tolerance,
        Action<int, int, string> progress, CancellationToken cancellation) =>
        Check(variant, widths, seeds, steps, rate, tolerance, eachStep: true, progress, cancellation);

    private string Check(
        string variant, (long Smallest, long Largest)? widths, int? seeds, int? steps, double? rate, double tolerance, bool eachStep,
        Action<int, int, string> progress, CancellationToken cancellation)
    {
        var own = Checked.CheckSettings;
        var (smallest, largest) = widths ?? (own.SmallestWidth, own.LargestWidth);
        var settings = new CheckSettings(smallest, largest, seeds ?? own.Seeds, steps ?? own.Steps, rate ?? own.Rate)
        {
            EachStep = eachStep,
        };
        try
        {
            var result = Checked.Check(variant, settings, new Told(progress), cancellation);
            return new CheckReport(variant, result.Model, result.Richness, settings, result.Verdicts(tolerance))
            {
                Device = _device,
                Dtype = _dtype,
                Shapes = result.Shapes,
                Course = eachStep ? result.Course : [],
            }.ToJson();
        }
        catch (ShapeCheckException contradiction) when (contradiction.Result is { } shapes)
        {
            return new CheckReport(
                variant, shapes.Model, double.NaN, settings, [])
            { Device = _device, Dtype = _dtype, Shapes = shapes }.ToJson();
        }
    }

    private string Line(string id, bool isAlone, CancellationToken cancellation)
    {
        if (isAlone)
        {
            _experiment.SeedGenerators(DefaultGenerator.SeedOf(id));
        }

        var result = _trials.Value[id].Run(cancellation);
        return result.Id == id
            ? ResultLine.Write(result with { MadeBy = TrialMaker.Of(_assembly, _threads) })
            : throw new InvalidOperationException($"Trial '{id}' returned a result named '{result.Id}'; a result bears its trial's id.");
    }

    private ICheckedExperiment Checked => _experiment as ICheckedExperiment ?? throw new ArgumentException(
        $"'{_experiment.GetType().Name}' has nothing to check: it does not implement {typeof(ICheckedExperiment).FullName} (a class " +
        $"that derives from {nameof(TransferExperiment)} does).");

    private static Dictionary<string, ExperimentTrial> ById(IExperiment experiment)
    {
        var byId = new Dictionary<string, ExperimentTrial>(StringComparer.Ordinal);
        foreach (var trial in experiment.Trials)
        {
            if (!byId.TryAdd(trial.Id, trial))
            {
                throw new InvalidOperationException($"'{experiment.GetType().Name}' has two trials named '{trial.Id}'.");
            }
        }

        return byId;
    }

    private sealed class Told(Action<int, int, string> tell) : IProgress<TrialProgress>
    {
        public void Report(TrialProgress value) => tell(value.Done, value.Total, value.Label);
    }
}
