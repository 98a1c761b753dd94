using static TorchSharp.torch;

namespace Parameterize.Samples.Spectra;

/// <summary>Errors of kernel ridge regression at one ridge: squares, summed over classes, mean over pictures.</summary>
/// <param name="Test">On pictures that were not learned from.</param>
/// <param name="Train">On those that were.</param>
/// <param name="Accuracy">The part of the former whose class has the largest output.</param>
internal readonly record struct RegressionErrors(double Test, double Train, double Accuracy)
{
    /// <summary>Learns from some pictures and looks at all others, at each ridge.</summary>
    /// <param name="kernel">[N, N] in doubles.</param>
    /// <param name="targets">[N, classes] in doubles.</param>
    /// <param name="chosen">Which are learned from.</param>
    /// <param name="ridges">What is added to the diagonal.</param>
    public static IReadOnlyList<RegressionErrors> Of(
        Tensor kernel, Tensor targets, IReadOnlyList<long> chosen, IReadOnlyList<double> ridges)
    {
        using var scope = NewDisposeScope();
        var (train, test) = (tensor([.. chosen]), tensor([.. Others(kernel.shape[0], chosen)]));
        var (values, vectors) = linalg.eigh(kernel.index_select(0, train).index_select(1, train));
        var seen = vectors.t().mm(targets.index_select(0, train));
        var across = kernel.index_select(0, test).index_select(1, train).mm(vectors);
        var wanted = targets.index_select(0, test);
        return [.. ridges.Select(ridge =>
        {
            using var inner = NewDisposeScope();
            var weights = seen / (values.clamp_min(0) + ridge).unsqueeze(1);
            var said = across.mm(weights);
            return new RegressionErrors(
                PerPicture(said - wanted),
                PerPicture(weights * ridge),
                said.argmax(1).eq(wanted.argmax(1)).to_type(ScalarType.Float64).mean().item<double>());
        })];
    }

    private static IEnumerable<long> Others(long count, IReadOnlyList<long> chosen)
    {
        var left = chosen.ToHashSet();
        for (var picture = 0L; picture < count; picture++)
        {
            if (!left.Contains(picture))
            {
                yield return picture;
            }
        }
    }

    private static double PerPicture(Tensor errors) => (errors.square().sum() / errors.shape[0]).item<double>();
}
