using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;
using static TorchSharp.torch;

namespace Parameterize.Samples.Spectra;

/// <summary>
/// The tangent kernel of a <see cref="PictureNet"/> on many pictures: gradients of single pictures, one after the other, then all their
/// products at once. Kernels of several draws are averaged, so that what is left of chance in one falls like the root of their number.
/// </summary>
internal static class PictureKernel
{
    /// <summary>[N, N] in doubles; the caller disposes of it.</summary>
    /// <param name="pictures">[N, colours, side, side].</param>
    /// <param name="channels">The width.</param>
    /// <param name="draws">How many networks.</param>
    /// <param name="progress">Told the part done, 0 to 1.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    public static Tensor Of(Tensor pictures, long channels, int draws, Action<double> progress, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var sum = zeros(pictures.shape[0], pictures.shape[0], ScalarType.Float64);
        for (var draw = 0; draw < draws; draw++)
        {
            using var inner = NewDisposeScope();
            using var model = SeededModels.Build(draw, () => new PictureNet(pictures.shape[1], pictures.shape[2], channels));
            var done = draw;
            var jacobian = Jacobian(model, pictures, part => progress((done + part) / draws), cancellation);
            sum.add_(jacobian.mm(jacobian.t()).to_type(ScalarType.Float64) / draws);
        }

        return sum.MoveToOuterDisposeScope();
    }

    // [N, parameters]: each tensor's gradient times the root of its rate factor, so that the product weighs it by the factor itself.
    private static Tensor Jacobian(PictureNet model, Tensor pictures, Action<double> progress, CancellationToken cancellation)
    {
        var named = model.named_parameters().ToArray();
        Tensor[] parameters = [.. named.Select(one => (Tensor)one.parameter)];
        double[] weights = [.. named.Select(one => Math.Sqrt(model.Parameterization[one.name].Rule.SgdLearningRate))];
        var count = pictures.shape[0];
        var rows = zeros(count, parameters.Sum(parameter => parameter.numel()));
        for (var picture = 0L; picture < count; picture++)
        {
            TrialRun.BetweenSteps(cancellation);
            using var scope = NewDisposeScope();
            var gradients = autograd.grad([model.call(pictures.narrow(0, picture, 1)).sum()], parameters);
            rows[picture] = cat([.. gradients.Zip(weights, (gradient, weight) => gradient.flatten() * weight)]);
            progress((picture + 1.0) / count);
        }

        return rows;
    }
}
