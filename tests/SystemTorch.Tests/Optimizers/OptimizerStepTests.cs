using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SystemTorch.Tests.Optimizers;

public class OptimizerStepTests
{
    private const int Steps = 12;

    private static double Gradient(int step) => Math.Cos(step * 1.7) + (step == 3 ? 4 : 0);

    [Theory]
    [InlineData(0, 0, 0, false, false)]
    [InlineData(0.9, 0, 0, false, false)]
    [InlineData(0.9, 0.3, 0, false, false)]
    [InlineData(0.9, 0, 0, true, false)]
    [InlineData(0, 0, 0.1, false, false)]
    [InlineData(0.8, 0, 0.1, true, true)]
    public void Sgd(double momentum, double dampening, double decay, bool nesterov, bool maximize) =>
        Check(
            parameters => optim.SGD(parameters, 0.05, momentum, dampening, decay, nesterov, maximize),
            new ReferenceSteps.Sgd(0.05, momentum, dampening, decay, nesterov, maximize).Run(0.7, Gradient, Steps));

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(0.1, false, false)]
    [InlineData(0, true, false)]
    [InlineData(0.1, true, true)]
    public void Adam(double decay, bool amsgrad, bool maximize) =>
        Check(
            parameters => optim.Adam(parameters, 0.05, 0.8, 0.95, 1e-6, decay, amsgrad, maximize),
            new ReferenceSteps.Adam(0.05, 0.8, 0.95, 1e-6, decay, amsgrad, maximize).Run(0.7, Gradient, Steps));

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(0.1, false, false)]
    [InlineData(0.1, true, false)]
    [InlineData(0.1, false, true)]
    public void AdamW(double decay, bool amsgrad, bool maximize) =>
        Check(
            parameters => optim.AdamW(parameters, 0.05, 0.8, 0.95, 1e-6, decay, amsgrad, maximize),
            new ReferenceSteps.Adam(0.05, 0.8, 0.95, 1e-6, decay, amsgrad, maximize, Decoupled: true).Run(0.7, Gradient, Steps));

    [Fact]
    public void Defaults_are_those_of_TorchSharp()
    {
        Check(parameters => optim.Adam(parameters), new ReferenceSteps.Adam(0.001).Run(0.7, Gradient, Steps));
        Check(parameters => optim.AdamW(parameters), new ReferenceSteps.Adam(0.001, Decoupled: true).Run(0.7, Gradient, Steps));
    }

    [Fact]
    public void Parameters_without_a_gradient_are_left_alone()
    {
        var (used, unused) = (Number(1), Number(1));
        using var optimizer = optim.AdamW([used, unused], 0.1, weight_decay: 0.5);
        used.grad = tensor([1.0]);
        optimizer.step();
        Assert.Equal(1, unused.item<double>());
        Assert.NotEqual(1, used.item<double>());
    }

    [Fact]
    public void Zero_grad_leaves_zeros_and_a_closure_returns_its_loss()
    {
        var number = Number(2);
        using var optimizer = optim.SGD([number], 0.1);
        var loss = optimizer.step(() =>
        {
            optimizer.zero_grad();
            var squared = number.square().sum();
            squared.backward();
            return squared;
        });
        Assert.Equal(4, loss.item<double>());
        Assert.Equal(1.6, number.item<double>(), 1e-12);
        optimizer.zero_grad();
        Assert.Equal(0, number.grad!.item<double>());
    }

    internal static Parameter Number(double value) => new(tensor([value]));

    private static void Check(Func<Parameter[], optim.Optimizer> make, double[] expected)
    {
        var number = Number(0.7);
        using var optimizer = make([number]);
        for (var step = 0; step < expected.Length; step++)
        {
            number.grad = tensor([Gradient(step)]);
            optimizer.step();
            Assert.Equal(expected[step], number.item<double>(), 1e-12);
        }
    }
}
