using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Harness;

/// <summary>A few steps.</summary>
internal static class Training
{
    /// <summary>Trains a model, and says its loss before each step and after the last.</summary>
    public static IReadOnlyList<double> Run(ModelCase subject, Module model, string optimizer, int steps)
    {
        using var stepper = Optimizers.Of(model, optimizer);
        var losses = new List<double>();
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            stepper.zero_grad();
            using var loss = Loss(subject, model);
            losses.Add(loss.ToDouble());
            loss.backward();
            stepper.step();
        }

        using var last = Loss(subject, model);
        return [.. losses, last.ToDouble()];
    }

    private static Tensor Loss(ModelCase subject, Module model) => subject.Loss(subject.Run(model));
}
