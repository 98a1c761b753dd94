using Parameterize.Experiments;
using Parameterize.Samples.ConvNet;
using Parameterize.Training.Tests.MicrosoftMup;
using Parameterize.Training.Tests.Models;

namespace Parameterize.Training.Tests;

/// <summary>Tables that are right pass the check, however their tensors came by their kinds.</summary>
[Collection("torch")]
public sealed class ShapeCheckTests
{
    private static readonly Dictionary<string, Func<ShapeCheckResult>> s_right = new()
    {
        ["every module"] = () => ShapeCheck.Of(width => new EveryModule(width)).Run(),
        ["declared by hand"] = () => ShapeCheck.Of(width => new DeclaredModel(width, 6)).Run(),
        ["nested, deep and tied"] = () => ShapeCheck.Of(width => new TiedModel(width, 3, 0.25)).Run(),
        ["a block that occurs twice"] = () => ShapeCheck.Of(width => new TiedModel(width, 3, 0.25, share: true)).Run(),
        ["sequences, arrays and lists"] = () => ShapeCheck.Of(width => new SequenceModel(width, 0.5)).Run(),
        ["heads that widen"] = () => ShapeCheck.Of(width => new AttentionNetwork(20, width, width / 4, 0.5)).Run(),
        ["[Exponents]"] = () => ShapeCheck.Of(width => new MeanFieldMlp(width)).Widths(4, 8, 12).Run(),
        ["a readout tied to its embedding"] = () => ShapeCheck.Of(width => new MupTied(width)).Run(),
        ["two widths, one of them grows"] = () => ShapeCheck.Of(width => new MupTwoWidths(width, 48)).Run(),
        ["two widths that grow apart"] = () => ShapeCheck.Of(width => new MupTwoWidths(width, width * width)).Run(),
        ["convolutions"] = () => ShapeCheck.Of(width => new GratingNet(width, 0.5)).Run(),
        ["depth"] = () => ShapeCheck.Of(width => new DeepNetwork(20, width, 4)).Run(),
    };

    public static TheoryData<string> Right => [.. s_right.Keys];

    [Theory]
    [MemberData(nameof(Right))]
    public void A_right_table_passes(string model)
    {
        var result = s_right[model]().Assert();
        Assert.Contains(result.Verdicts, verdict => verdict.Outcome == ShapeOutcome.Pass && verdict.Claimed != new ShapeGrowth(1, 1));
    }

    [Fact]
    public void Every_tensor_of_the_catalogue_has_a_claim_with_its_size_at_base_width()
    {
        using var model = new EveryModule(64);
        Assert.All(model.Parameterization.Tensors, row => Assert.True(
            row.Shape!.Axes.All(axis => axis.AtBase is not null)
                || row.Name is "_rnn.weight_ih_l1" or "_lstm.weight_ih_l1" or "_lstm.weight_ih_l1_reverse",
            $"{row.Name}: {row.Shape}"));
    }

    [Fact]
    public void What_is_claimed_of_tensors_that_are_known_in_part()
    {
        using var model = new DeclaredModel(8, 6);
        Assert.Equal(
            [
                "_mixing: 8 m, 16 q", "_positions: ?, 8 q", "_opaque: ? q, ? m, ...", "_entries: 8 m", "_frozen.weight: ...",
                "_grid.weight: none",
                "_both.weight: 3 q, 8 m, 8 m", "_grouped.weight: none", "_vocabulary.weight: *, 5 q", "_oblong.weight: 7 q, 8 m, ?, ?",
                "_deep.weight_ih_l0: 8 q, 3 m",
                "_deep.weight_ih_l1: 8 q, ? m",
            ],
            model.Parameterization.Tensors
                .Where(row => !row.Name.Contains("bias", StringComparison.Ordinal) && !row.Name.Contains("_hh", StringComparison.Ordinal)
                    && !row.Name.Contains("reverse", StringComparison.Ordinal) && !row.Name.EndsWith("l2", StringComparison.Ordinal))
                .Select(row => $"{row.Name}: {row.Shape?.ToString() ?? "none"}"));
    }

    [Fact]
    public void Unscaled_tensors_claim_nothing()
    {
        var declared = s_right["declared by hand"]();
        Assert.Equal(
            ["_frozen.bias", "_frozen.weight"],
            declared.Verdicts.Where(verdict => verdict.Outcome == ShapeOutcome.Unclaimed)
                .Select(verdict => verdict.Tensor)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Widths_are_the_base_and_its_multiples_unless_they_are_told()
    {
        Assert.Equal([16, 32, 48, 64], s_right["two widths, one of them grows"]().Widths);
        Assert.Equal([32, 64, 96, 128], s_right["nested, deep and tied"]().Widths);
        Assert.Equal([4, 8, 12], s_right["[Exponents]"]().Widths);
        Assert.Throws<ArgumentException>(() => ShapeCheck.Of(width => new EveryModule(width)).Widths(64, 64));
    }

    [Fact]
    public void Models_that_are_all_of_one_width_are_refused() => Assert.StartsWith(
        "No shape of 'MeanFieldMlp' changes between width 4 and 8",
        Assert.Throws<InvalidOperationException>(() => ShapeCheck.Of(_ => new MeanFieldMlp(4)).Widths(4, 8).Run()).Message,
        StringComparison.Ordinal);
}
