using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Harness;

/// <summary>Losses of an output, whose targets need no more than its shape.</summary>
internal static class Losses
{
    /// <summary>Towards zero.</summary>
    public static Tensor MeanSquare(Tensor output) => output.square().mean();

    /// <summary>What the model computes is its loss.</summary>
    public static Tensor Itself(Tensor output) => output;

    /// <summary>Classes along the last axis, each the right one in its turn.</summary>
    public static Tensor CrossEntropy(Tensor logits)
    {
        var rows = logits.flatten(0, -2);
        return functional.cross_entropy(rows, arange(rows.shape[0]) % rows.shape[1]);
    }

    /// <summary>The same, of logarithms of probabilities.</summary>
    public static Tensor NegativeLogLikelihood(Tensor logProbabilities)
    {
        var rows = logProbabilities.flatten(0, -2);
        return functional.nll_loss(rows, arange(rows.shape[0]) % rows.shape[1]);
    }
}
