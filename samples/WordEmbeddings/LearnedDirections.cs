using Parameterize.Experiments.Sweeps;
using static TorchSharp.torch;

namespace Parameterize.Samples.WordEmbeddings;

/// <summary>
/// Along which words W grows: its left singular vectors, and the angle between the span of the leading ones and that of as many leading
/// eigenvectors of M*. Orthogonal subspaces, learned one at a time, close that angle one after the other.
/// </summary>
/// <param name="eigenvectors">Of M*, a column each, the leading ones first.</param>
/// <param name="modes">How many are followed.</param>
internal sealed class LearnedDirections(Tensor eigenvectors, int modes) : IDisposable
{
    /// <summary>Of the series that hold the angles, before the number of modes.</summary>
    public const string Prefix = "angle ";

    private readonly List<double[]> _angles = [];

    /// <summary>W's leading left singular vectors when it was last looked at, [V, modes].</summary>
    public Tensor Last { get; private set; } = empty(0);

    /// <summary>Looks at W, [V, d] in doubles, and returns its leading singular values.</summary>
    public double[] Record(Tensor vectors)
    {
        using var scope = NewDisposeScope();
        var (squares, right) = linalg.eigh(vectors.t().mm(vectors));
        var sizes = squares.flip(0).narrow(0, 0, modes).clamp_min(0).sqrt();
        var left = vectors.mm(right.flip(1).narrow(1, 0, modes)) / sizes.clamp_min(1e-300);
        var overlap = eigenvectors.narrow(1, 0, modes).t().mm(left);
        _angles.Add([.. Enumerable.Range(1, modes).Select(count => Angle(overlap, count))]);
        Last.Dispose();
        Last = left.DetachFromDisposeScope();
        return sizes.data<double>().ToArray();
    }

    /// <summary>Adds the angles over time, in degrees.</summary>
    public TrialResult Add(TrialResult result) => Enumerable.Range(0, modes).Aggregate(
        result, (sum, mode) => sum.WithSeries($"{Prefix}{mode + 1}", _angles.Select(angles => angles[mode])));

    /// <inheritdoc/>
    public void Dispose() => Last.Dispose();

    /// <summary>The largest principal angle of two spans of as many directions, in degrees.</summary>
    /// <param name="overlap">Scalar products of orthonormal bases, the first ones of which span.</param>
    /// <param name="count">How many directions.</param>
    private static double Angle(Tensor overlap, int count)
    {
        var cosine = linalg.svdvals(overlap.narrow(0, 0, count).narrow(1, 0, count))[count - 1].item<double>();
        return Math.Acos(Math.Clamp(cosine, 0, 1)) * (180 / Math.PI);
    }
}
