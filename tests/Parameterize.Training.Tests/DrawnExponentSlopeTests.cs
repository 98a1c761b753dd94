using System.Globalization;
using System.Reflection;
using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using Xunit.Abstractions;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>
/// Exponents that nobody chose: drawn at random among the stable ones, written into annotated classes, generated for, compiled and
/// trained. Hidden layers change as the propagation of those exponents predicts. PARAMETERIZE_SEED draws others.
/// </summary>
[Collection("torch")]
public sealed class DrawnExponentSlopeTests(ITestOutputHelper output)
{
    private const int Draws = 4;
    private const double Tolerance = 0.07;

    private static readonly int s_seed = Environment.GetEnvironmentVariable("PARAMETERIZE_SEED") is { Length: > 0 } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : 1;

    private static readonly Lazy<(DrawnExponents Exponents, Type Model)[]> s_drawn = new(Draw);

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Draws)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Hidden_layers_change_as_propagated(int index)
    {
        var (exponents, model) = s_drawn.Value[index];
        output.WriteLine(FormattableString.Invariant($"PARAMETERIZE_SEED={s_seed}: {exponents}"));
        GetType().GetMethod(nameof(Check), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(model)
            .Invoke(this, [exponents.Family]);
    }

    private static (DrawnExponents Exponents, Type Model)[] Draw()
    {
        var random = new Random(s_seed);
        DrawnExponents[] draws =
        [
            .. Enumerable.Range(0, Draws).Select(index =>
                DrawnExponents.By(random, index % 2 == 0 ? OptimizerFamily.SgdLike : OptimizerFamily.AdamLike)),
        ];
        return [.. draws.Zip(DrawnModels.Of(draws))];
    }

    private void Check<TModel>(OptimizerFamily family)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        var create = typeof(TModel).GetMethod("Optimizer")!.CreateDelegate<Func<TModel, optim.Optimizer>>();
        var result = CoordinateCheck.Of(width => (TModel)Activator.CreateInstance(typeof(TModel), width)!)
            .Widths(64, 1024).Seeds(3).Steps(10).Optimizer(create).Family(family).Task(Classification.Task).RunOnAllCores();

        foreach (var slope in result.Slopes)
        {
            output.WriteLine(FormattableString.Invariant(
                $"{slope.Layer} {slope.Quantity}: {slope.Fit?.Slope:F3} +- {slope.Fit?.StandardError:F3}, predicted {slope.Predicted}"));
        }

        var hidden = result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange).ToArray();
        Assert.Equal(["_embed", "_mix"], hidden.Select(slope => slope.Layer));
        Assert.All(
            hidden, slope => Assert.True(Math.Abs(slope.Fit!.Slope - slope.Predicted) <= Tolerance, slope.Verdict(Tolerance).Diagnosis));
    }
}
