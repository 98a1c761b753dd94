using Parameterize.Experiments.Statistics;
using Parameterize.Experiments.Sweeps;
using Parameterize.Samples.RandomFeatures;
using static TorchSharp.torch;

namespace Parameterize.Samples.Spectra;

/// <summary>A kernel and a target in the kernel's eigenbasis over all pictures, which stand for all pictures that there could be.</summary>
/// <param name="Eigenvalues">l_i, falling: of K / N.</param>
/// <param name="Powers">v_i^2: the target's squared coefficients, summed over classes.</param>
internal sealed record Spectrum(IReadOnlyList<double> Eigenvalues, IReadOnlyList<double> Powers)
{
    // The first ranks are single directions of these pictures, the last are what so many pictures and so wide a network can tell.
    private const double FirstRank = 6, LastPart = 0.25, BinsPerDoubling = 2;

    /// <summary>The exponent a of <c>l_i = i^-a</c>.</summary>
    public LogLogFit EigenvalueFit => LogLogFit.Of(Binned(Eigenvalues));

    /// <summary>The exponent b of <c>v_i^2 = i^-b</c>.</summary>
    public LogLogFit PowerFit => LogLogFit.Of(Binned(Powers));

    /// <summary>What the theory of kernel regression needs to know; without noise, since every picture has one label.</summary>
    public RandomFeatureProblem Problem
    {
        get
        {
            var least = 1e-12 * Eigenvalues[0]; // below that, eigenvalues are rounding
            var modes = Eigenvalues.Zip(Powers).Where(mode => mode.First > least).ToArray();
            return new RandomFeatureProblem(modes.Select(mode => mode.First), modes.Select(mode => mode.Second), 0);
        }
    }

    /// <summary>Decomposes a kernel.</summary>
    /// <param name="kernel">[N, N] in doubles.</param>
    /// <param name="targets">[N, classes] in doubles.</param>
    public static Spectrum Of(Tensor kernel, Tensor targets)
    {
        using var scope = NewDisposeScope();
        var count = kernel.shape[0];
        var (values, vectors) = linalg.eigh(kernel / count);
        var powers = vectors.t().mm(targets).square().sum(dim: 1) / count;
        return new Spectrum([.. values.flip(0).data<double>().ToArray()], [.. powers.flip(0).data<double>().ToArray()]);
    }

    /// <summary>Means over ranks that are as wide on a logarithmic axis, from the sixth to a quarter of all.</summary>
    public static IEnumerable<(double Rank, double Value)> Binned(IReadOnlyList<double> values)
    {
        var last = LastPart * values.Count;
        for (var from = FirstRank; from < last; from *= Math.Pow(2, 1 / BinsPerDoubling))
        {
            var (first, end) = ((int)Math.Ceiling(from), (int)Math.Ceiling(Math.Min(last, from * Math.Pow(2, 1 / BinsPerDoubling))));
            if (end > first)
            {
                yield return (Math.Sqrt((double)first * (end - 1)), Enumerable.Range(first - 1, end - first).Average(rank => values[rank]));
            }
        }
    }

    /// <summary>As series of a result.</summary>
    public TrialResult Add(TrialResult result) => result.WithSeries("eigenvalues", Eigenvalues).WithSeries("powers", Powers);

    /// <summary>What <see cref="Add"/> has added.</summary>
    public static Spectrum From(TrialResult result) => new(result.Series["eigenvalues"], result.Series["powers"]);
}
