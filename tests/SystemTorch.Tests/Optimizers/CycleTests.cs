using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace SystemTorch.Tests.Optimizers;

public class CycleTests
{
    private static readonly double[] rates = [1, 0.5, 0.2];

    [Fact]
    public void One_cycle_rises_and_falls_in_every_group_alike()
    {
        using var optimizer = Groups();
        var scheduler = lr_scheduler.OneCycleLR(
            optimizer, rates, total_steps: 11, pct_start: 0.5, div_factor: 10, final_div_factor: 100,
            anneal_strategy: lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear);
        for (var step = 0; step < 11; step++)
        {
            // The middle is at step 4.5, and one that is not whole: levels are reached between steps.
            var rate = step <= 4.5 ? 0.1 + 0.9 * step / 4.5 : 1 + (0.001 - 1) * (step - 4.5) / 5.5;
            var momentum = step <= 4.5 ? 0.95 - 0.1 * step / 4.5 : 0.85 + 0.1 * (step - 4.5) / 5.5;
            Check(optimizer, rate, momentum);
            if (step < 10)
                scheduler.step();
        }

        Assert.Throws<InvalidOperationException>(() => scheduler.step());
    }

    [Fact]
    public void One_cycle_of_three_phases_goes_back_before_it_ends()
    {
        using var optimizer = Groups();
        var scheduler = lr_scheduler.OneCycleLR(
            optimizer, rates, total_steps: 11, pct_start: 4.0 / 11, div_factor: 10, final_div_factor: 100, three_phase: true);
        double[] expected = [0.1, Cosine(0.1, 1, 1.0 / 3), Cosine(0.1, 1, 2.0 / 3), 1, Cosine(1, 0.1, 1.0 / 3), Cosine(1, 0.1, 2.0 / 3), 0.1];
        double[] momenta = [0.95, Cosine(0.95, 0.85, 1.0 / 3), Cosine(0.95, 0.85, 2.0 / 3), 0.85];
        for (var step = 0; step < 11; step++)
        {
            Check(optimizer, step < 7 ? expected[step] : Cosine(0.1, 0.001, (step - 6) / 4.0), momenta[step < 7 ? Math.Min(step, 6 - step) : 0]);
            if (step < 10)
                scheduler.step();
        }
    }

    [Fact]
    public void One_cycle_sets_the_first_beta()
    {
        using var optimizer = Adam([OptimizerStepTests.Number(1)], beta2: 0.99);
        var scheduler = lr_scheduler.OneCycleLR(optimizer, 1, epochs: 2, steps_per_epoch: 5);
        Assert.Equal(1 / 25.0, optimizer.ParamGroups.Single().LearningRate, 1e-12);
        scheduler.step();
        scheduler.step();
        Assert.Equal((0.85, 0.99), ((Adam.ParamGroup)optimizer.ParamGroups.Single()).Betas);
        Assert.Throws<ArgumentException>(() => lr_scheduler.OneCycleLR(optimizer, 1));
        Assert.Throws<ArgumentException>(() => lr_scheduler.OneCycleLR(optimizer, [1, 2], total_steps: 5));
        Assert.Throws<ArgumentException>(() => lr_scheduler.CyclicLR(optimizer, 0.1, 1));
    }

    [Fact]
    public void Cycles_repeat_and_shrink_on_request()
    {
        double[] triangle = [0, 0.5, 1, 0.75, 0.5, 0.25, 0, 0.5, 1, 0.75];
        Heights(lr_scheduler.impl.CyclicLR.Mode.Triangular, 1, step => triangle[step]);
        Heights(lr_scheduler.impl.CyclicLR.Mode.Triangular2, 1, step => triangle[step] / (step < 6 ? 1 : 2));
        Heights(lr_scheduler.impl.CyclicLR.Mode.ExpRange, 0.9, step => triangle[step] * Math.Pow(0.9, step));
    }

    [Fact]
    public void Plateaus_lower_the_rates()
    {
        using var optimizer = Groups();
        var scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, patience: 1, factor: 0.5, cooldown: 2, min_lr: [0, 0, 0.15]);
        foreach (var (measure, factor) in new (double, double)[]
        {
            (5, 1), (4, 1), (4, 1), (3.9999, 0.5), // two epochs without an improvement that counts
            (4, 0.5), (4, 0.5), // at rest
            (4, 0.5), (4, 0.25), (3, 0.25), (3, 0.25), (2, 0.25),
        })
        {
            scheduler.step(measure);
            var actual = optimizer.ParamGroups.Select(group => group.LearningRate).ToArray();
            Assert.Equal([rates[0] * factor, rates[1] * factor, Math.Max(0.15, rates[2] * factor)], actual);
            Assert.Equal(scheduler.get_last_lr().Count(), actual.Length);
        }

        Assert.Throws<InvalidOperationException>(() => scheduler.step());
        var rising = lr_scheduler.ReduceLROnPlateau(optimizer, "max", patience: 0, threshold: 0.5, threshold_mode: "abs");
        rising.step(1.0);
        rising.step(1.6);
        Assert.Equal(0.25, optimizer.ParamGroups.First().LearningRate);
        rising.step(2.0);
        Assert.Equal(0.025, optimizer.ParamGroups.First().LearningRate, 1e-12);
        Assert.Throws<ArgumentException>(() => lr_scheduler.ReduceLROnPlateau(optimizer, min_lr: [0]));
    }

    private static void Heights(lr_scheduler.impl.CyclicLR.Mode mode, double gamma, Func<int, double> height)
    {
        using var optimizer = Groups();
        var scheduler = lr_scheduler.CyclicLR(optimizer, rates.Select(rate => rate / 10), rates, 2, 4, mode, gamma);
        for (var step = 0; step < 10; step++)
        {
            Check(optimizer, 0.1 + 0.9 * height(step), 0.9 - 0.1 * height(step));
            scheduler.step();
        }
    }

    private static void Check(SGD optimizer, double rate, double momentum)
    {
        var groups = optimizer.ParamGroups.Cast<SGD.ParamGroup>().ToArray();
        for (var i = 0; i < groups.Length; i++)
        {
            Assert.Equal(rates[i] * rate, groups[i].LearningRate, 1e-12);
            Assert.Equal(momentum, groups[i].Momentum, 1e-12);
        }
    }

    private static double Cosine(double from, double to, double done) => to + (from - to) / 2 * (1 + Math.Cos(Math.PI * done));

    private static SGD Groups() => SGD(rates.Select(rate => new SGD.ParamGroup([OptimizerStepTests.Number(1)], rate, momentum: 0.5)), 1);
}
