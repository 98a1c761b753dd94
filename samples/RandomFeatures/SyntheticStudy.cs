using Parameterize.Experiments.Sweeps;

namespace Parameterize.Samples.RandomFeatures;

/// <summary>
/// Gaussian features against the theory on the paper's power laws: one of n and k held, the other varied, several ridges and the tuned
/// one.
/// </summary>
internal sealed record SyntheticStudy
{
    private const double Exponent = 1.5;
    private const double Noise = 0.5;
    private const int MostOften = 16;
    private readonly int _trials;

    public SyntheticStudy(SampleRun run)
    {
        Fixed = run.Pick(32, 256, 256);
        Sizes = run.Pick<int[]>([8, 32, 128], [8, 16, 32, 64, 128, 256, 512, 1024], [1, 3, 10, 32, 100, 181, 256, 362, 1000, 3162, 10000]);
        Modes = run.Pick(300, 2000, 10000);
        Ridges = run.Pick(Powers(-1, 1, 1), Powers(-1, 2, 1), Powers(-3, 2, 6));
        _trials = run.Pick(40, 30, 45);
        Problem = AtNoise(Noise);
    }

    /// <summary>The size that is held.</summary>
    public int Fixed { get; }

    /// <summary>The sizes of the other.</summary>
    public IReadOnlyList<int> Sizes { get; }

    public int Modes { get; }

    public IReadOnlyList<double> Ridges { get; }

    /// <summary>Of the ridges, those that tables and charts show.</summary>
    public IReadOnlyList<double> ShownRidges => [.. Ridges.Where((_, index) => index % Math.Max(1, (Ridges.Count - 1) / 3) == 0)];

    public RandomFeatureProblem Problem { get; }

    /// <summary>Measured points: first the grid's ridges in order, then the tuned one, for every size.</summary>
    public IReadOnlyList<SyntheticPoint> Points { get; private init; } = [];

    /// <summary>The size at which draws are compared at several levels of noise: four times as many features as samples.</summary>
    public (int Samples, int Features) OverfitSize => (Fixed, 4 * Fixed);

    /// <summary>Points over the ridge at <see cref="OverfitSize"/>, by noise.</summary>
    public IReadOnlyDictionary<double, IReadOnlyList<SyntheticPoint>> Overfit { get; private init; } =
        new Dictionary<double, IReadOnlyList<SyntheticPoint>>();

    /// <summary>The same problem with labels of another noise.</summary>
    public RandomFeatureProblem AtNoise(double noise) => RandomFeatureProblem.PowerLaw(Modes, Exponent, Exponent, noise);

    /// <summary>The study with what was measured.</summary>
    public SyntheticStudy Run(ResultStore store, StudyProgress progress, CancellationToken cancellation)
    {
        var sizes = Sizes.Select(size => (Samples: size, Features: Fixed)).Concat(Sizes.Select(size => (Samples: Fixed, Features: size)))
            .Distinct().ToArray();
        var plan = sizes
            .SelectMany(size => Draws(Problem, size, [.. Ridges, RandomFeatureTheory.Tune(Problem, size.Samples, size.Features).Ridge]))
            .ToArray();
        var levels = new[] { 0, 0.05, 0.5 }.ToDictionary(noise => noise, AtNoise);
        var overfit = levels.ToDictionary(level => level.Key, level => Draws(level.Value, OverfitSize, Powers(-3, 2, 2)).ToArray());
        var total = plan.Length + overfit.Values.Sum(draws => draws.Length);
        var done = 0;
        return this with
        {
            Points = SyntheticPoint.Measure(plan, Execute),
            Overfit = overfit.ToDictionary(level => level.Key, level => SyntheticPoint.Measure(level.Value, Execute)),
        };

        IReadOnlyList<TrialResult> Execute(IReadOnlyList<SyntheticTrial> draws)
        {
            var before = done;
            done += draws.Count;
            var shifted = new Shifted(progress, before, total);
            return TrialRun.Of(
                store, draws, draw => draw.Id, (draw, token) => draw.Run(token), Environment.ProcessorCount, shifted, cancellation);
        }
    }

    // The error of few samples or features scatters more from draw to draw, and such draws cost little.
    private IEnumerable<SyntheticTrial> Draws(RandomFeatureProblem problem, (int Samples, int Features) size, IReadOnlyList<double> ridges)
    {
        var times = Math.Clamp(Fixed / Math.Min(size.Samples, size.Features), 1, MostOften);
        return Enumerable.Range(0, _trials * times).Select(seed => new SyntheticTrial(problem, size.Samples, size.Features, seed, ridges));
    }

    /// <summary>10^first .. 10^last.</summary>
    private static double[] Powers(int first, int last, int perDecade) =>
        [.. Enumerable.Range(0, (last - first) * perDecade + 1).Select(step => Math.Pow(10, first + (double)step / perDecade))];

    /// <summary>Several lists of trials under one bar.</summary>
    private sealed class Shifted(IProgress<TrialProgress> inner, int before, int total) : IProgress<TrialProgress>
    {
        public void Report(TrialProgress value) => inner.Report(new TrialProgress(before + value.Done, total, value.Label));
    }
}
