using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SystemTorch.Tests.Modules;

/// <summary>Checks a module's gradients, in double precision.</summary>
internal static class Gradients
{
    private const double Step = 1e-5;

    /// <summary>Along a random direction for each parameter: sees an error in any of its elements.</summary>
    internal static void Check(Module module, Func<Tensor> loss)
    {
        using var scope = NewDisposeScope();
        module.zero_grad();
        loss().backward();
        using var guard = no_grad();
        foreach (var (name, parameter) in module.named_parameters())
        {
            var direction = randn_like(parameter);
            var slope = (parameter.grad! * direction).sum().ToDouble();
            var high = At(Step);
            var low = At(-2 * Step);
            parameter.add_(direction, Step);
            var expected = (high - low) / (2 * Step);
            Assert.True(Math.Abs(slope - expected) < 1e-6 * (1 + Math.Abs(expected)), $"{name}: {slope} is not {expected}");

            double At(double move)
            {
                parameter.add_(direction, move);
                return loss().ToDouble();
            }
        }
    }
}
