using static TorchSharp.torch;

namespace Parameterize.Experiments.Tests;

/// <summary>Numbers that nothing can be trained with, each refused in a sentence that names the property, before anything runs.</summary>
public sealed class SweepSizesTests
{
    [Theory]
    [InlineData(0, 0.1, 1, 1, "Sizes.Widths has 0: a width is 1 or more.")]
    [InlineData(-8, 0.1, 1, 1, "Sizes.Widths has -8: a width is 1 or more.")]
    [InlineData(8, double.NaN, 1, 1, "Sizes.Rates has NaN: a base learning rate is a finite number greater than 0.")]
    [InlineData(8, 0, 1, 1, "Sizes.Rates has 0: a base learning rate is a finite number greater than 0.")]
    [InlineData(8, double.PositiveInfinity, 1, 1, "Sizes.Rates has Infinity: a base learning rate is a finite number greater than 0.")]
    [InlineData(8, 0.1, 0, 1, "Sizes.Seeds is 0: give 1 or more.")]
    [InlineData(8, 0.1, 1, -1, "Sizes.Steps is -1: give 1 or more.")]
    public void A_sweep_of_such_numbers_is_refused(long width, double rate, int seeds, int steps, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<InvalidOperationException>(() => new Sizes([width], [rate], seeds, steps).Trials).Message);

    [Fact]
    public void So_is_one_of_none()
    {
        Assert.StartsWith(
            "Sizes.Widths is empty", Assert.Throws<InvalidOperationException>(() => new Sizes([], [0.1], 1, 1).Trials).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Sizes.Rates is empty", Assert.Throws<InvalidOperationException>(() => new Sizes([8], [], 1, 1).Trials).Message,
            StringComparison.Ordinal);
        Assert.Empty(new Sizes([8], [0.1], 1, 1).Trials);
    }

    private sealed class Sizes(long[] widths, double[] rates, int seeds, int steps) : TransferExperiment
    {
        public override string Description => "";

        public override IReadOnlyList<TransferVariant> Parametrizations => [];

        public override TrainingTask Task => new((_, _) => (zeros(1), zeros(1)), (outputs, _) => outputs.sum());

        public override IReadOnlyList<long> Widths => widths;

        public override IReadOnlyList<double> Rates => rates;

        public override int Seeds => seeds;

        public override int Steps => steps;
    }
}
