using System.Globalization;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>
/// What the gradient of a norm's gains is made of, beside what the rules take it to be. At the start each has a sign of its own and their
/// size is E, n^(-1/2 - r). What training adds to the output is 1 at every r, n units share in it, and a larger gain makes a unit's share
/// larger: that part of the gradient has one sign and is n^-1, so n^(r - 1/2) beside E. The smaller it is, the more a decay that follows E
/// turns the gains.
/// </summary>
[Collection("torch")]
public sealed class GainGradientTests(ITestOutputHelper output)
{
    private const int Steps = 5;
    private const int Seeds = 3;
    private const string Gains = "_norm.weight";

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void Is_of_size_E_at_the_start_and_what_training_adds_has_one_sign_and_goes_like_1_over_n(double richness)
    {
        (Observation Size, Observation Added)[] measured =
        [
            .. from width in new long[] { 256, 512, 1024 }
               from seed in Enumerable.Range(5, Seeds)
               select Measure(width, richness, seed),
        ];

        AssertSlope("size at the start, beside E", 0, measured.Select(one => one.Size));
        AssertSlope("part of one sign, beside E", richness - 0.5, measured.Select(one => one.Added));
    }

    private void AssertSlope(string what, double expected, IEnumerable<Observation> observations)
    {
        var all = observations.ToArray();
        var fit = LogLogFit.Of(all);
        var byWidth = all.GroupBy(one => one.Width)
            .Select(group => group.Average(one => one.Value).ToString("G3", CultureInfo.InvariantCulture));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {fit.Slope:F2} +- {fit.StandardError:F2}, expected {expected:F2}, by width {string.Join(", ", byWidth)}"));
        Assert.InRange(fit.Slope, expected - 0.1, expected + 0.1);
    }

    private static (Observation Size, Observation Added) Measure(long width, double richness, int seed)
    {
        using var scope = NewDisposeScope();
        using var model = SeededModels.Build(seed, () => new EveryKindMlp(width, richness));
        using var optimizer = model.Adam(0.005, eps: 1e-20);
        var gains = model.named_parameters().Single(named => named.name == Gains).parameter;
        var expected = model.ParameterGroups(OptimizerFamily.AdamLike)
            .Single(group => group.Parameters.Any(parameter => parameter.Handle == gains.Handle)).Epsilon;
        var size = Gradient().square().mean().sqrt().item<float>();
        TrainingLoop.Run(model, optimizer, Classification.Task, seed: 0, Steps);
        var added = Gradient().mean().abs().item<float>();
        return (new Observation(width, seed, size / expected), new Observation(width, seed, added / expected));

        Tensor Gradient()
        {
            var (inputs, targets) = Classification.Task.Batch(0, Steps);
            return autograd.grad([Classification.Task.Loss(model.call(inputs), targets)], [gains])[0];
        }
    }
}
