using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace SystemTorch.Tests.Optimizers;

public class SchedulerTests
{
    private const int Epochs = 9;

    public static TheoryData<string> Names => [.. cases.Keys];

    private static readonly Dictionary<string, (Func<Optimizer, lr_scheduler.LRScheduler> Make, Func<int, double> Factor)> cases = new()
    {
        ["lambda"] = (it => lr_scheduler.LambdaLR(it, epoch => 1.0 / (epoch + 1)), epoch => 1.0 / (epoch + 1)),
        ["step"] = (it => lr_scheduler.StepLR(it, 3, 0.5), epoch => Math.Pow(0.5, epoch / 3)),
        ["multi step"] = (it => lr_scheduler.MultiStepLR(it, [2, 5], 0.5), epoch => epoch < 2 ? 1 : epoch < 5 ? 0.5 : 0.25),
        ["exponential"] = (it => lr_scheduler.ExponentialLR(it, 0.9), epoch => Math.Pow(0.9, epoch)),
        ["multiplicative"] = (it => lr_scheduler.MultiplicativeLR(it, _ => 0.8), epoch => Math.Pow(0.8, epoch)),
        ["constant"] = (it => lr_scheduler.ConstantLR(it, 0.25, 4), epoch => epoch < 4 ? 0.25 : 1),
        ["linear"] = (it => lr_scheduler.LinearLR(it, 0.2, 1, 4), epoch => 0.2 + 0.8 * Math.Min(epoch, 4) / 4),
        ["polynomial"] = (it => lr_scheduler.PolynomialLR(it, 10, 2), epoch => Math.Pow(1 - epoch / 10.0, 2)),
        ["cosine"] = (it => lr_scheduler.CosineAnnealingLR(it, 10), epoch => (1 + Math.Cos(Math.PI * epoch / 10)) / 2),
        ["cosine there and back"] = (it => lr_scheduler.CosineAnnealingLR(it, 4), epoch => (1 + Math.Cos(Math.PI * epoch / 4)) / 2),
        ["warm up, then cosine"] = (
            it => lr_scheduler.SequentialLR(it, [lr_scheduler.LinearLR(it, 0.1, 1, 3), lr_scheduler.CosineAnnealingLR(it, 6)], [3]),
            epoch => epoch < 3 ? 0.1 + 0.9 * epoch / 3 : (1 + Math.Cos(Math.PI * (epoch - 3) / 6)) / 2),
        ["chained"] = (
            it => lr_scheduler.ChainedLR([lr_scheduler.ExponentialLR(it, 0.9), lr_scheduler.StepLR(it, 2, 0.5)]),
            epoch => Math.Pow(0.9, epoch) * Math.Pow(0.5, epoch / 2)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_follow_the_closed_form_and_keep_the_groups_ratios(string name)
    {
        double[] rates = [0.1, 0.02, 0.003];
        using var optimizer = SGD(rates.Select(rate => new SGD.ParamGroup([OptimizerStepTests.Number(1)], rate)), 1);
        var (make, factor) = cases[name];
        var scheduler = make(optimizer);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var actual = optimizer.ParamGroups.Select(group => group.LearningRate).ToArray();
            for (var i = 0; i < rates.Length; i++)
                Assert.Equal(rates[i] * factor(epoch), actual[i], 1e-12);
            scheduler.step();
        }
    }

    [Fact]
    public void Schedules_start_from_the_initial_rate()
    {
        using var optimizer = SGD([OptimizerStepTests.Number(1)], 0.1);
        optimizer.ParamGroups.First().LearningRate = 5;
        var scheduler = lr_scheduler.LambdaLR(optimizer, _ => 2);
        Assert.Equal(0.2, optimizer.ParamGroups.First().LearningRate, 1e-12);
        Assert.Equal([0.2], scheduler.get_last_lr());
    }
}
