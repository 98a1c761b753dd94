using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SystemTorch.Tests.Optimizers;

public class OptimizerStepTests
{
    private const int Steps = 12;

    private static double[] Gradients => Enumerable.Range(0, Steps).Select(Gradient).ToArray();

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

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Adamax(double decay) =>
        Check(
            parameters => optim.Adamax(parameters, 0.05, 0.8, 0.6, 1e-3, decay),
            ReferenceSteps.Adamax(0.05, 0.8, 0.6, 1e-3, decay, Gradients, 0.7));

    [Theory]
    [InlineData(0, 0.004)]
    [InlineData(0.1, 0.3)]
    public void NAdam(double decay, double momentumDecay) =>
        Check(
            parameters => optim.NAdam(parameters, 0.05, 0.8, 0.95, 1e-3, decay, momentumDecay),
            ReferenceSteps.NAdam(0.05, 0.8, 0.95, 1e-3, decay, momentumDecay, Gradients, 0.7));

    [Theory]
    [InlineData(0, 0.05)]
    [InlineData(0.1, 0.05)]
    [InlineData(0, 0.01)]
    public void RAdam_takes_the_rate_once(double decay, double rate) =>
        Check(
            parameters => optim.RAdam(parameters, rate, 0.8, 0.95, 1e-3, decay),
            ReferenceSteps.RAdam(rate, 0.8, 0.95, 1e-3, decay, Gradients, 0.7));

    [Theory]
    [InlineData(0, 0, false, false)]
    [InlineData(0.1, 0, false, true)]
    [InlineData(0, 0.7, false, false)]
    [InlineData(0, 0, true, false)]
    [InlineData(0.1, 0.7, true, true)]
    public void RMSProp(double decay, double momentum, bool centered, bool maximize) =>
        Check(
            parameters => optim.RMSProp(parameters, 0.05, 0.9, 1e-3, decay, momentum, centered, maximize),
            ReferenceSteps.RMSProp(0.05, 0.9, 1e-3, decay, momentum, centered, maximize, Gradients, 0.7));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.2, 0.1, 0.5)]
    public void Adagrad(double rateDecay, double decay, double start) =>
        Check(
            parameters => optim.Adagrad(parameters, 0.05, rateDecay, decay, start, 1e-3),
            ReferenceSteps.Adagrad(0.05, rateDecay, decay, start, 1e-3, Gradients, 0.7));

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.1, true)]
    public void Adadelta(double decay, bool maximize) =>
        Check(
            parameters => optim.Adadelta(parameters, 0.5, 0.8, 1e-3, decay, maximize),
            ReferenceSteps.Adadelta(0.5, 0.8, 1e-3, decay, maximize, Gradients, 0.7));

    [Theory]
    [InlineData(1e-4, 0, false)]
    [InlineData(0.5, 0.1, true)]
    public void Asgd(double lambd, double decay, bool maximize) =>
        Check(
            parameters => optim.ASGD(parameters, 0.05, lambd, 0.75, 1e6, decay, maximize),
            ReferenceSteps.Asgd(0.05, lambd, 0.75, decay, maximize, Gradients, 0.7));

    [Theory]
    [InlineData(1e-6, 50, false)]
    [InlineData(0.02, 0.06, false)]
    [InlineData(1e-6, 50, true)]
    public void Rprop(double minimum, double maximum, bool maximize) =>
        Check(
            parameters => optim.Rprop(parameters, 0.05, 0.4, 1.3, minimum, maximum, maximize),
            ReferenceSteps.Rprop(0.05, 0.4, 1.3, minimum, maximum, maximize, Gradients, 0.7));

    [Fact]
    public void Defaults_are_those_of_TorchSharp()
    {
        Check(parameters => optim.Adamax(parameters), ReferenceSteps.Adamax(0.002, 0.9, 0.999, 1e-8, 0, Gradients, 0.7));
        Check(parameters => optim.NAdam(parameters), ReferenceSteps.NAdam(0.002, 0.9, 0.999, 1e-8, 0, 0.004, Gradients, 0.7));
        Check(parameters => optim.RAdam(parameters), ReferenceSteps.RAdam(0.002, 0.9, 0.999, 1e-8, 0, Gradients, 0.7));
        Check(parameters => optim.RMSProp(parameters), ReferenceSteps.RMSProp(0.01, 0.99, 1e-8, 0, 0, false, false, Gradients, 0.7));
        Check(parameters => optim.Adagrad(parameters), ReferenceSteps.Adagrad(0.01, 0, 0, 0, 1e-10, Gradients, 0.7));
        Check(parameters => optim.Adadelta(parameters), ReferenceSteps.Adadelta(1, 0.9, 1e-6, 0, false, Gradients, 0.7));
        Check(parameters => optim.ASGD(parameters), ReferenceSteps.Asgd(0.001, 1e-4, 0.75, 0, false, Gradients, 0.7));
        Check(parameters => optim.Rprop(parameters), ReferenceSteps.Rprop(0.01, 0.5, 1.2, 1e-6, 50, false, Gradients, 0.7));
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
