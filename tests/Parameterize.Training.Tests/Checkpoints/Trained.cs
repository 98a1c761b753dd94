using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Checkpoints;

/// <summary>Networks that have trained a little, and what they give: the two sides of a checkpoint.</summary>
internal static class Trained
{
    /// <summary>The same network after five steps.</summary>
    public static Module<Tensor, Tensor> A(Module<Tensor, Tensor> model)
    {
        using var optimizer = Gauges.Optimizer(model, "Adam", ("lr", 0.005));
        Assert.Equal(5, TrainingLoop.Run(model, optimizer, Regression.Of(ScalarType.Float32), seed: 0, steps: 5).Count);
        return model;
    }

    /// <summary>Its folded state dict; every generated model has one, of a class of its own.</summary>
    public static Dictionary<string, Tensor> Folded(Module model) =>
        (Dictionary<string, Tensor>)model.GetType().GetMethod(nameof(NeuralTangentMlp.FoldedStateDict))!.Invoke(model, [false])!;

    public static Tensor Inputs() => Regression.Of(ScalarType.Float32).Batch(3, 0).Inputs;

    public static double[] Outputs(Module<Tensor, Tensor> model)
    {
        using var noGradient = no_grad();
        return Checkpoint.Numbers(model.call(Inputs()));
    }

    public static void AssertSame(double[] expected, double[] actual) => Assert.InRange(Distance(expected, actual), 0, 1e-5);

    /// <summary>The greatest difference, over the greatest of what is expected.</summary>
    public static double Distance(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        return expected.Zip(actual, (x, y) => Math.Abs(x - y)).Max() / expected.Max(Math.Abs);
    }
}
