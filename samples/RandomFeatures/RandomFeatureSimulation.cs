using Parameterize.Experiments.Corpora;
using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;

namespace Parameterize.Samples.RandomFeatures;

/// <summary>
/// Ridge regression on Gaussian random features, drawn and solved: what <see cref="RandomFeatureTheory"/> predicts. Samples are rows of
/// standard normal coefficients Phi (n x M) in the kernel's eigenfunctions, the features are <c>F = Phi diag(l)^(1/2) Psi / sqrt(k)</c>
/// with a standard normal Psi (M x k), labels are <c>y = Phi v + noise</c>. The test error over fresh samples is then known without drawing
/// any:
/// <c>|v - diag(l)^(1/2) Psi w / sqrt(k)|^2 + s^2</c>.
/// </summary>
public static class RandomFeatureSimulation
{
    // Rows drawn at once: bounds the memory of large sides to this many times the modes.
    private const int ChunkOfRows = 1024;
    private const int SamplesStream = 1, FeaturesStream = 2, NoiseStream = 3;

    /// <summary>Draws samples and features once, and solves for every ridge.</summary>
    /// <param name="problem">Kernel, target and noise.</param>
    /// <param name="samples">n, at least 1.</param>
    /// <param name="features">k, at least 1.</param>
    /// <param name="ridges">Each delta, positive.</param>
    /// <param name="seed">What the draws depend on; they use generators of their own, so that trials run side by side.</param>
    /// <param name="cancellation">Stops between two chunks of rows.</param>
    /// <returns>Test and train error of each ridge, in their order.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<RidgeErrors> Run(
        RandomFeatureProblem problem, int samples, int features, IReadOnlyList<double> ridges, int seed,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(ridges);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var target = tensor(problem.TargetPowers.ToArray()).sqrt();
        var roots = tensor(problem.Eigenvalues.ToArray()).sqrt() / Math.Sqrt(features);
        using var noise = Generator(seed, NoiseStream);
        var labelNoise = randn(samples, dtype: ScalarType.Float64, generator: noise) * Math.Sqrt(problem.NoiseVariance);
        var (learned, residuals) = samples >= features
            ? SolveFeatures(Rows(SamplesStream, samples), cat([.. Rows(FeaturesStream, features)]) * roots, target, labelNoise, ridges)
            : SolveSamples(cat([.. Rows(SamplesStream, samples)]), () => Rows(FeaturesStream, features), roots, target, labelNoise, ridges);
        var test = (learned - target.unsqueeze(1)).square().sum(dim: 0).data<double>().ToArray();
        var train = residuals.data<double>().ToArray();
        return [.. ridges.Select((ridge, i) => new RidgeErrors(ridge, test[i] + problem.NoiseVariance, train[i] / samples))];

        IEnumerable<Tensor> Rows(int stream, int rows) => Draw(seed, stream, rows, problem.Modes, cancellation);
    }

    /// <summary>
    /// (F'F + delta) w = F'y, for no more features than samples. Returns the learned coefficients (M x ridges) and squared residuals.
    /// </summary>
    private static (Tensor Learned, Tensor Residuals) SolveFeatures(
        IEnumerable<Tensor> samples, Tensor features, Tensor target, Tensor noise, IReadOnlyList<double> ridges)
    {
        var gram = zeros(features.shape[0], features.shape[0], ScalarType.Float64);
        var moment = zeros(features.shape[0], ScalarType.Float64);
        var (energy, row) = (0.0, 0L);
        foreach (var chunk in samples)
        {
            using var scope = NewDisposeScope();
            scope.Attach(chunk);
            var labels = chunk.mv(target) + noise.narrow(0, row, chunk.shape[0]);
            var design = chunk.mm(features.t());
            gram.add_(design.t().mm(design));
            moment.add_(design.t().mv(labels));
            energy += labels.square().sum().item<double>();
            row += chunk.shape[0];
        }

        var (values, vectors) = linalg.eigh(gram);
        var spectrum = values.clamp(0).unsqueeze(1);
        var rotated = vectors.t().mv(moment).unsqueeze(1);
        var solved = rotated / (spectrum + Row(ridges));
        var residuals = energy - 2 * (solved * rotated).sum(dim: 0) + (spectrum * solved.square()).sum(dim: 0);
        return (features.t().mm(vectors.mm(solved)), residuals.clamp(0));
    }

    /// <summary>(FF' + delta) a = y, for fewer samples than features; the features are drawn twice rather than kept.</summary>
    private static (Tensor Learned, Tensor Residuals) SolveSamples(
        Tensor samples, Func<IEnumerable<Tensor>> draw, Tensor roots, Tensor target, Tensor noise, IReadOnlyList<double> ridges)
    {
        var labels = samples.mv(target) + noise;
        var gram = zeros(samples.shape[0], samples.shape[0], ScalarType.Float64);
        foreach (var chunk in draw())
        {
            using var scope = NewDisposeScope();
            scope.Attach(chunk);
            var design = samples.mm((chunk * roots).t());
            gram.add_(design.mm(design.t()));
        }

        var (values, vectors) = linalg.eigh(gram);
        var dual = vectors.mm(vectors.t().mv(labels).unsqueeze(1) / (values.clamp(0).unsqueeze(1) + Row(ridges)));
        var pulled = samples.t().mm(dual);
        var learned = zeros_like(pulled);
        foreach (var chunk in draw())
        {
            using var scope = NewDisposeScope();
            scope.Attach(chunk);
            var features = chunk * roots;
            learned.add_(features.t().mm(features.mm(pulled)));
        }

        return (learned, (dual * Row(ridges)).square().sum(dim: 0));
    }

    private static Tensor Row(IReadOnlyList<double> ridges) => tensor(ridges.ToArray()).unsqueeze(0);

    /// <summary>Rows of standard normal numbers in chunks; whoever takes a chunk disposes of it.</summary>
    private static IEnumerable<Tensor> Draw(int seed, int stream, int rows, int columns, CancellationToken cancellation)
    {
        using var generator = Generator(seed, stream);
        for (var row = 0; row < rows; row += ChunkOfRows)
        {
            TrialRun.BetweenSteps(cancellation);
            yield return randn(Math.Min(ChunkOfRows, rows - row), columns, dtype: ScalarType.Float64, generator: generator);
        }
    }

    private static Generator Generator(int seed, int stream) => new(SplitMix.For(seed, stream, 0).Next() >> 1);
}
