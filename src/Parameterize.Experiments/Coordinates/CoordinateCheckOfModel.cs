using Parameterize.Experiments.Shapes;
using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Coordinates;

/// <summary>
/// A coordinate check against the predicted slopes of the class's <c>Scaling</c>, not against "flat": for every richness below 1/2
/// hidden layers change like n^(r - 1/2), which a check for flatness calls wrong.
/// </summary>
/// <typeparam name="TModel">The annotated class.</typeparam>
public sealed class CoordinateCheck<TModel>
    where TModel : Module<Tensor, Tensor>, IParameterizedModel
{
    private readonly Func<long, TModel> _build;
    private IReadOnlyList<long> _widths = [64, 128, 256, 512];
    private int _seeds = 3;
    private int _steps = 10;
    private int _workers = 1;
    private Func<TModel, optim.Optimizer>? _optimizer;
    private TrainingTask? _task;
    private OptimizerFamily? _family;
    private AttentionLayers? _attention;
    private Placement _placement = Placement.AsBuilt;
    private bool _eachStep;
    private Trainer? _standard;
    private bool _overDepth;
    private string[] _further = [];
    private string[] _dots = [];

    internal CoordinateCheck(Func<long, TModel> build) => _build = build ?? throw new ArgumentNullException(nameof(build));

    private delegate CoordinateTrial Trainer(CoordinateSubject subject, long width, int seed, CancellationToken cancellation);

    /// <summary>The widths from <paramref name="smallest"/> to <paramref name="largest"/>, each twice the one before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two.</exception>
    public CoordinateCheck<TModel> Widths(long smallest, long largest)
    {
        _widths = Doublings(smallest, largest);
        _overDepth = false;
        return this;
    }

    /// <summary>
    /// Depths in place of widths, each twice the one before: the number from which models are built is how many blocks they have.
    /// Measured are the layers outside of the blocks, and the modules that <paramref name="further"/> names, such as an
    /// <c>nn.Identity</c> behind the last block. With residual branches scaled, each has one size and one change at every depth:
    /// all slopes are predicted to be 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two.</exception>
    public CoordinateCheck<TModel> Depths(long smallest, long largest, params string[] further)
    {
        _widths = Doublings(smallest, largest);
        _overDepth = true;
        _further = further ?? throw new ArgumentNullException(nameof(further));
        return this;
    }

    /// <summary>Measures attention's logits too, and expects of query and key what they do.</summary>
    public CoordinateCheck<TModel> Attention(AttentionLayers layers)
    {
        _attention = layers ?? throw new ArgumentNullException(nameof(layers));
        return this;
    }

    /// <summary>
    /// Measures products of two vectors as wide as the model too, which no layer of the table gives out: expected to begin at n^-r and to
    /// change by 1, as the output of a readout does, where the widths grow alike. <paramref name="modules"/> are what they pass through,
    /// such as an <c>nn.Identity</c> around <c>left.matmul(right.t()) * DotScale</c>.
    /// </summary>
    public CoordinateCheck<TModel> Dots(params string[] modules)
    {
        _dots = modules ?? throw new ArgumentNullException(nameof(modules));
        return this;
    }

    /// <summary>How many seeds each width runs with.</summary>
    public CoordinateCheck<TModel> Seeds(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        _seeds = count;
        return this;
    }

    /// <summary>How many steps are taken before the change is measured.</summary>
    public CoordinateCheck<TModel> Steps(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        _steps = count;
        return this;
    }

    /// <summary>
    /// Measures after each step and not after the last alone, so that the plot has a panel for each: one forward pass on the probe more a
    /// step.
    /// </summary>
    public CoordinateCheck<TModel> EachStep(bool measured = true)
    {
        _eachStep = measured;
        return this;
    }

    /// <summary>
    /// Trains the same network in the standard parametrization too, to be drawn beside it: plain TorchSharp whose layers have the same
    /// names, or this class as <see cref="Baseline"/> builds it. It is judged by nothing.
    /// </summary>
    /// <typeparam name="TPlain">The plain class.</typeparam>
    /// <param name="build">Builds it, by width.</param>
    /// <param name="optimizer">Its optimizer: <c>plain => optim.Adam(plain.parameters(), 1e-3)</c>.</param>
    public CoordinateCheck<TModel> Standard<TPlain>(Func<long, TPlain> build, Func<TPlain, optim.Optimizer> optimizer)
        where TPlain : Module<Tensor, Tensor>
    {
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(optimizer);
        _standard = (subject, width, seed, cancellation) =>
            CoordinateTrial.Run(build, width, seed, optimizer, _placement, TaskOrThrow(), _steps, _eachStep, subject, cancellation);
        return this;
    }

    /// <summary>
    /// How many models are trained at once; 1 unless set. As many as there are cores, after <c>torch.set_num_threads(1)</c>, take less time
    /// than one that shares out each operator. With several, the task is called on several threads at once, and whatever draws from
    /// libtorch's default generator while models train (dropout, a batch without a generator of its own) is an error: it is one for all.
    /// </summary>
    public CoordinateCheck<TModel> Workers(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        _workers = count;
        return this;
    }

    /// <summary>
    /// Trains on a device, in an element type: models are built as ever, so that a seed draws what it draws elsewhere, and moved before
    /// their optimizer is made; batches are moved too.
    /// </summary>
    /// <param name="device">Such as <c>torch.CUDA</c> or <c>"cuda:1"</c>.</param>
    /// <param name="dtype">
    /// The element type: <see cref="ScalarType.BFloat16"/>, Float32 or Float64; null leaves it as models are built.
    /// </param>
    /// <exception cref="ArgumentException">Nothing is trained there, or in that type.</exception>
    public CoordinateCheck<TModel> On(Device device, ScalarType? dtype = null) => On(Placement.On(device, dtype));

    /// <summary>The same, with the choice as a value.</summary>
    public CoordinateCheck<TModel> On(Placement placement)
    {
        _placement = placement ?? throw new ArgumentNullException(nameof(placement));
        return this;
    }

    /// <summary>The optimizer: one of the model's generated factories, at the learning rate of the base width.</summary>
    public CoordinateCheck<TModel> Optimizer(Func<TModel, optim.Optimizer> create)
    {
        _optimizer = create ?? throw new ArgumentNullException(nameof(create));
        return this;
    }

    /// <summary>
    /// Whose slopes are predicted: needed only where they differ between the families: for some classes with [Exponents], and for attention
    /// whose heads widen.
    /// </summary>
    public CoordinateCheck<TModel> Family(OptimizerFamily family)
    {
        _family = family;
        return this;
    }

    /// <summary>What to train on. The inputs of its first batch are the probe on which layers are measured.</summary>
    public CoordinateCheck<TModel> Task(TrainingTask task)
    {
        _task = task ?? throw new ArgumentNullException(nameof(task));
        return this;
    }

    /// <summary>Compares the model's table with its shapes, trains every width with every seed, and fits.</summary>
    /// <exception cref="ArgumentException">The machine does not have the device.</exception>
    /// <exception cref="ShapeCheckException">The model's table is not as its shapes say; nothing is trained.</exception>
    /// <exception cref="InvalidOperationException">
    /// No optimizer or no task is set, the model has no layer to measure, or its slopes depend on a family that is not set.
    /// </exception>
    public CoordinateCheckResult Run(IProgress<TrialProgress>? progress = null, CancellationToken cancellation = default)
    {
        var subject = Subject();
        var done = 0;
        return Gathered(subject, (train, _) => Spread.Over(
            Runs, _workers, one => train(subject, one.Width, one.Seed, cancellation), cancellation, Report));

        void Report((long Width, int Seed) one, CoordinateTrial trial)
        {
            var label = FormattableString.Invariant($"{Size} {one.Width}, seed {one.Seed}");
            var total = _widths.Count * _seeds * (_standard is null ? 1 : 2);
            progress?.Report(new TrialProgress(Interlocked.Increment(ref done), total, label));
        }
    }

    /// <summary>The same, with every run kept as a trial: a check that was killed or cancelled goes on where it was.</summary>
    /// <param name="store">Where results are kept.</param>
    /// <param name="name">
    /// What tells this check from others in the store, by <see cref="TrialId"/>: model, richness, optimizer, rate, task. The ids of its
    /// trials begin with it; size, seed, number of steps and placement are added.
    /// </param>
    /// <param name="progress">Told after each run.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="ShapeCheckException">As without a store.</exception>
    /// <exception cref="InvalidOperationException">As without a store.</exception>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public CoordinateCheckResult Run(
        ResultStore store, string name, IProgress<TrialProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var subject = Subject();
        return Gathered(subject, (train, suffix) => TrialRun.Of(
            store,
            Runs,
            one => Id(one, suffix),
            (one, token) => _placement.Described(train(subject, one.Width, one.Seed, token).Result(Id(one, suffix))),
            _workers,
            progress,
            cancellation).Select(CoordinateTrial.Of));

        string Id((long Width, int Seed) one, string suffix) => _placement.Keyed(FormattableString.Invariant(
            $"{name}/{Size}={one.Width}/seed={one.Seed}/steps={_steps}{(_eachStep ? "/each=1" : "")}{suffix}"));
    }

    private CoordinateCheckResult Gathered(CoordinateSubject subject, Func<Trainer, string, IEnumerable<CoordinateTrial>> run)
    {
        var own = subject.Gather(Ascending(run(Trial, "")), _steps) with { Size = Size };
        return _standard is null
            ? own
            : own with { Standard = subject.Gather(Ascending(run(_standard, "/standard=1")), _steps) with { Size = Size, Shapes = null } };
    }

    private string Size => _overDepth ? "depth" : "width";

    // The widest start first: the narrow ones then fill the time in which one core waits for another.
    private IReadOnlyList<(long Width, int Seed)> Runs =>
        [.. from width in _widths.Reverse() from seed in Enumerable.Range(0, _seeds) select (width, seed)];

    private static IReadOnlyList<CoordinateTrial> Ascending(IEnumerable<CoordinateTrial> trials) =>
        [.. trials.OrderBy(trial => trial.Width).ThenBy(trial => trial.Seed)];

    private CoordinateSubject Subject()
    {
        _placement.Require();
        return CoordinateSubject.Of(_build, _widths, new CoordinatePlan(_family, _attention, _overDepth, _further, _dots));
    }

    private CoordinateTrial Trial(CoordinateSubject subject, long width, int seed, CancellationToken cancellation)
    {
        var optimizer = _optimizer ?? throw new InvalidOperationException("Say which optimizer: .Optimizer(model => model.Adam(1e-3)).");
        return CoordinateTrial.Run(_build, width, seed, optimizer, _placement, TaskOrThrow(), _steps, _eachStep, subject, cancellation);
    }

    private TrainingTask TaskOrThrow() =>
        _task ?? throw new InvalidOperationException("Say what to train on: .Task(new TrainingTask(batch, loss)).");

    private static List<long> Doublings(long smallest, long largest)
    {
        if (smallest < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(smallest), smallest, "The smallest size of a coordinate check is 1 or more.");
        }

        if (largest / 2 < smallest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(largest), largest, FormattableString.Invariant(
                    $"The largest size of a coordinate check is at least twice the smallest ({smallest}), so that there is a slope."));
        }

        var sizes = new List<long>();
        for (var size = smallest; size <= largest; size *= 2)
        {
            sizes.Add(size);
        }

        return sizes;
    }
}
