using Parameterize.Experiments;
using Parameterize.Samples.ConvNet;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>
/// Why few channels change by more than n^(r - 1/2) under Muon. The orthogonal update of a q by m k k kernel reaches q of the m k k
/// directions in which patches lie. In narrow layers these are fewer than the patches have, and the share that is reached grows with width;
/// it ends at 1, and is 1 at any width for matrices and 1 by 1 kernels, whose inputs have no more directions than these.
/// </summary>
[Collection("torch")]
public sealed class KernelReachTests(ITestOutputHelper output)
{
    private static readonly GratingTask s_task = new(side: 8, batchSize: 64);

    /// <summary>What is left is what five steps of Newton and Schulz leave open: singular values of 0.68 to 1.14.</summary>
    [Theory]
    [InlineData(1, 0, 0.001)]
    [InlineData(3, 0.08, 0.16)]
    public void A_kernel_changes_by_what_its_update_reaches_of_the_patches(long kernel, double leastSlope, double mostSlope)
    {
        var steps = (from width in new long[] { 16, 32, 64, 128 }
                     from seed in Enumerable.Range(0, 3)
                     let step = FirstStep(width, kernel, seed)
                     select (Change: new Observation(width, seed, step.Change), Reach: new Observation(width, seed, step.Reach))).ToArray();
        var (change, reach) = (LogLogFit.Of(steps.Select(step => step.Change)), LogLogFit.Of(steps.Select(step => step.Reach)));
        output.WriteLine(FormattableString.Invariant(
            $"change {change.Slope:F3} +- {change.StandardError:F3}, reach {reach.Slope:F3} +- {reach.StandardError:F3}"));

        Assert.InRange(reach.Slope, leastSlope - 0.001, mostSlope);
        Assert.InRange(change.Slope - reach.Slope, -0.08, 0.08);
    }

    /// <summary>What is reached grows by 0.05 a doubling from 64 channels on, and two seeds leave 0.03.</summary>
    [SlowTheory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void Convolutions_of_many_channels_change_like_the_width_to_the_richness_minus_a_half(double richness)
    {
        var result = CoordinateCheck.Of(channels => new GratingNet(channels, richness))
            .Widths(64, 512).Seeds(2).Steps(3)
            .Optimizer(model => model.Muon(lr: 0.02, adamw_lr: 0.001, adamw_eps: 1e-20))
            .Task(s_task.Training)
            .RunOnAllCores();
        var changes = result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange).ToArray();
        foreach (var slope in changes)
        {
            output.WriteLine(FormattableString.Invariant($"{slope.Layer}: {slope.Slope:F3} +- {slope.StandardError:F3}"));
        }

        Assert.Equal(6, changes.Length);
        Assert.All(changes, slope => Assert.InRange(slope.Slope - (richness - 0.5), -0.15, 0.15));
    }

    /// <summary>
    /// The second convolution alone takes one step at r = 1/2: its change, and the part of its patches' size that is reached.
    /// </summary>
    private static (double Change, double Reach) FirstStep(long width, long kernel, int seed)
    {
        using var scope = NewDisposeScope();
        using var model = SeededModels.Build(seed, () => new KernelNet(width, 0.5, kernel));
        foreach (var (name, parameter) in model.named_parameters())
        {
            parameter.requires_grad = name == "_mix.weight";
        }

        using var optimizer = model.Muon(lr: 0.02);
        var (images, classes) = s_task.Training.Batch(seed, 0);
        var (before, patches) = (model.Mixed(images).detach(), model.Patches(images).detach());
        s_task.Training.Loss(model.call(images), classes).backward();
        var gradient = model.named_parameters().Single(named => named.name == "_mix.weight").parameter.grad!;
        var (_, _, directions) = linalg.svd(gradient.flatten(1), fullMatrices: false);
        optimizer.step();
        return (
            (model.Mixed(images).detach() - before).square().mean().sqrt().item<float>(),
            Math.Sqrt((directions.mm(patches).square().sum() / patches.square().sum()).item<float>()));
    }
}
