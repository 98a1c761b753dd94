using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>Models with exponents of their own train with the slopes that the compiler's propagation predicts for them.</summary>
[Collection("torch")]
public sealed class ExponentSlopeTests(ITestOutputHelper output)
{
    private const double Tolerance = 0.07;

    [Fact]
    public void Mean_field_under_sgd() => Check(
        CoordinateCheck.Of(width => new MeanFieldMlp(width)).Optimizer(model => model.SGD(0.05)), OptimizerFamily.SgdLike, hiddenChange: 0);

    [Fact]
    public void Three_eighths_under_adam() => Check(
        CoordinateCheck.Of(width => new ThreeEighthsMlp(width)).Optimizer(model => model.Adam(0.005, eps: 1e-20)),
        OptimizerFamily.AdamLike,
        hiddenChange: -0.125);

    [Fact]
    public void A_class_for_one_family_needs_no_word_on_it() =>
        Assert.Equal([OptimizerFamily.SgdLike], MeanFieldMlp.Scaling.Families);

    private void Check<TModel>(CoordinateCheck<TModel> check, OptimizerFamily family, double hiddenChange)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        var result = check.Widths(64, 1024).Seeds(3).Steps(10).Family(family).Task(Classification.Task).RunOnAllCores();

        foreach (var slope in result.Slopes)
        {
            output.WriteLine(FormattableString.Invariant(
                $"{slope.Layer} {slope.Quantity}: {slope.Fit!.Slope:F3} +- {slope.Fit.StandardError:F3}, predicted {slope.Predicted}"));
        }

        var hidden = result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange).ToArray();
        Assert.Equal(["_embed", "_mix", "_refine"], hidden.Select(slope => slope.Layer));
        Assert.All(hidden, slope => Assert.Equal(hiddenChange, slope.Predicted));
        Assert.All(hidden, slope => Assert.True(slope.Verdict(Tolerance).Outcome != SlopeOutcome.Fail, slope.Verdict(Tolerance).Diagnosis));
    }
}
