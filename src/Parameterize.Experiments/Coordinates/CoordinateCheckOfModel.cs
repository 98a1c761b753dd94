using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments;

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
    private bool _overDepth;
    private string[] _further = [];

    internal CoordinateCheck(Func<long, TModel> build) => _build = build ?? throw new ArgumentNullException(nameof(build));

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
    /// How many models are trained at once; 1 unless set. As many as there are cores, after <c>torch.set_num_threads(1)</c>, take less time
    /// than one that shares out each operator. With several, the task is called on several threads at once, and a model that draws while it
    /// trains (dropout) draws from a generator that it shares with the others.
    /// </summary>
    public CoordinateCheck<TModel> Workers(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        _workers = count;
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

    /// <summary>Trains every width with every seed, and fits.</summary>
    /// <exception cref="InvalidOperationException">
    /// No optimizer or no task is set, the model has no layer to measure, or its slopes depend on a family that is not set.
    /// </exception>
    public CoordinateCheckResult Run(IProgress<TrialProgress>? progress = null, CancellationToken cancellation = default)
    {
        var optimizer = _optimizer ?? throw new InvalidOperationException("Say which optimizer: .Optimizer(model => model.Adam(1e-3)).");
        var task = _task ?? throw new InvalidOperationException("Say what to train on: .Task(new TrainingTask(batch, loss)).");
        var plan = new CoordinatePlan(_family, _attention, _overDepth, _further);
        var sizes = _widths.SelectMany(size => Enumerable.Range(0, _seeds).Select(seed => (Size: size, Seed: seed))).ToArray();
        var done = 0;
        var trials = Spread.Over(sizes, _workers, Trial, cancellation);
        return CoordinateTrial.Gather(trials);

        CoordinateTrial Trial((long Size, int Seed) trial)
        {
            var (size, seed) = trial;
            var result = CoordinateTrial.Run(_build, size, seed, optimizer, task, _steps, plan, cancellation);
            var label = FormattableString.Invariant($"{(_overDepth ? "depth" : "width")} {size}, seed {seed}");
            progress?.Report(new TrialProgress(Interlocked.Increment(ref done), sizes.Length, label));
            return result;
        }
    }

    private static List<long> Doublings(long smallest, long largest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smallest);
        ArgumentOutOfRangeException.ThrowIfLessThan(largest, 2 * smallest);
        var sizes = new List<long>();
        for (var size = smallest; size <= largest; size *= 2) sizes.Add(size);
        return sizes;
    }
}
