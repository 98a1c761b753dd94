extern alias package;

using System.Text.RegularExpressions;
using TorchSharp;
using Package = package::Parameterize;

namespace Parameterize.Generators.Tests;

/// <summary>Formulas in generated text give the symbolic table's numbers, and the numbers reach tensors, layers and optimizers.</summary>
public partial class FormulaTests
{
    private const long BaseWidth = CompiledModels.BaseWidth;
    private static readonly long[] Widths = [3, 6, 7, 12, 40, 600];

    public static TheoryData<string> Gauges => new(CompiledModels.Gauges);

    [Theory]
    [MemberData(nameof(Gauges))]
    public void Fixed_richness_gives_the_numbers_of_the_table(string gauge)
    {
        foreach (var richness in Enumerable.Range(0, CompiledModels.RichnessTexts.Length))
        {
            foreach (var width in Widths)
            {
                var model = CompiledModels.Create(CompiledModels.Fixed(gauge, richness), width);
                AssertResolved(model.Scaling.Resolve(Ratios(width)), model.Parameterization);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Gauges))]
    public void Dials_at_run_time_give_the_numbers_of_the_table(string gauge)
    {
        foreach (var (richness, gamma) in new[] { (0.0, 1.0), (0.5, 1.0), (0.25, 2.0), (1.0 / 3, 0.1), (0.123456789, 7.0) })
        {
            foreach (var width in Widths)
            {
                var model = CompiledModels.Create(CompiledModels.AtRunTime(gauge), width, richness, gamma);
                AssertResolved(model.Scaling.Resolve(Ratios(width), richness, gamma), model.Parameterization);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Gauges))]
    public void Everything_is_exactly_one_at_the_base_width(string gauge)
    {
        var model = CompiledModels.Create(CompiledModels.AtRunTime(gauge), BaseWidth, 0.3, 1.0);
        foreach (var row in model.Parameterization.Tensors)
        {
            Assert.All(Numbers(row), number => Assert.Equal(1.0, number.Value));
        }
    }

    [Theory]
    [InlineData(6, 8)]
    [InlineData(12, 8)]
    [InlineData(6, 24)]
    [InlineData(30, 20)]
    public void Several_widths_give_the_numbers_of_the_table(long width, long hidden)
    {
        var model = CompiledModels.Create("TwoWidths", width, hidden);
        var ratios = new Dictionary<string, double> { ["nWidth"] = width / 6.0, ["nHidden"] = hidden / 8.0 };
        AssertResolved(model.Scaling.Resolve(ratios), model.Parameterization);
        Assert.Equal(0.5, model.Parameterization["_tokens.weight"].RedrawStd);
        Assert.Equal(0, ((torch.nn.Module)model).get_parameter("_readout.weight")!.abs().sum().ToDouble());
        Assert.Equal(1, model.Parameterization["_filter.weight"].Rule.AdamLearningRate);
    }

    [Theory]
    [MemberData(nameof(Gauges))]
    public void Forward_multiplies_weights_and_not_biases(string gauge)
    {
        var model = CompiledModels.Create(CompiledModels.AtRunTime(gauge), 24L, 0.25, 2.0);
        var module = (torch.nn.Module<torch.Tensor, torch.Tensor>)model;
        using var input = torch.randn(5, 3);
        var expected = new[] { "_embed", "_mix", "_readout" }.Aggregate(input, (x, layer) => x
            .matmul(module.get_parameter(layer + ".weight")!.mul(model.Parameterization[layer + ".weight"].Multiplier).t())
            .add(module.get_parameter(layer + ".bias")!));
        Assert.True(module.call(input).sub(expected).abs().max().ToDouble() < 1e-5);
    }

    [Theory]
    [MemberData(nameof(Gauges))]
    public void Optimizers_hold_every_tensor_once_at_its_own_rate(string gauge)
    {
        var model = CompiledModels.Create(CompiledModels.AtRunTime(gauge), 24L, 0.25, 2.0);
        var parameters = ((torch.nn.Module)model).named_parameters().ToArray();
        foreach (var factory in new[] { "SGD", "Adam", "AdamW" })
        {
            var family = factory == "SGD" ? Package.OptimizerFamily.SgdLike : Package.OptimizerFamily.AdamLike;
            var optimizer = Make(model, factory, 0.1);
            Assert.Equal(parameters.Length, optimizer.parameters().Count());
            var rates = optimizer.ParamGroups.Select(group => group.LearningRate).ToArray();
            var groups = model.Parameterization.Tensors.GroupBy(row => row.Rule.Name, row => row.Rule).ToArray();
            Assert.Equal(groups.Length, rates.Length);
            foreach (var (group, rate) in groups.Zip(rates))
            {
                AssertClose(group.Key, 0.1 * group.First().LearningRate(family), rate);
            }
        }
    }

    private static torch.optim.Optimizer Make(Package.IParameterizedModel model, string factory, double rate)
    {
        var method = model.GetType().GetMethod(factory)!;
        var arguments = method.GetParameters().Select((parameter, index) => index == 0 ? rate : parameter.DefaultValue);
        return (torch.optim.Optimizer)method.Invoke(model, [.. arguments])!;
    }

    private static Dictionary<string, double> Ratios(long width) => new() { ["n"] = width / (double)BaseWidth };

    private static void AssertResolved(Package.ModelParameterization expected, Package.ModelParameterization actual)
    {
        Assert.Equal(expected.Richness, actual.Richness, 1e-15);
        Assert.Equal(expected.Gamma, actual.Gamma);
        Assert.Equal(expected.Gauge, actual.Gauge);
        Assert.Equal(expected.Width, actual.Width, 1e-15);
        var table = expected.Tensors.ToDictionary(row => row.Name);
        // An unscaled member of a module that is not in the catalogue has no symbolic row.
        var named = actual.Tensors.Where(row => row.Rule.Name != "unscaled" || table.ContainsKey(Index().Replace(row.Name, ".*.")))
            .ToArray();
        Assert.Equal(table.Keys.Order(), named.Select(row => Index().Replace(row.Name, ".*.")).Distinct().Order());
        foreach (var row in named)
        {
            var other = table[Index().Replace(row.Name, ".*.")];
            Assert.Equal(other.Kind, row.Kind);
            foreach (var ((name, value), number) in Numbers(other).Zip(Numbers(row)))
            {
                // A tensor that is drawn anew has another draw to scale.
                if (name != nameof(row.Draw) || row.RedrawStd is null)
                {
                    AssertClose($"{row.Name} {name}", value, number.Value);
                }
            }
        }
    }

    private static IEnumerable<(string Name, double Value)> Numbers(Package.TensorParameterization row) =>
    [
        (nameof(row.FanIn), row.FanIn),
        (nameof(row.FanOut), row.FanOut),
        (nameof(row.Multiplier), row.Multiplier),
        (nameof(row.InitStd), row.InitStd),
        (nameof(row.Draw), row.Draw),
        (nameof(row.Rule.SgdLearningRate), row.Rule.SgdLearningRate),
        (nameof(row.Rule.AdamLearningRate), row.Rule.AdamLearningRate),
        (nameof(row.Rule.SgdWeightDecay), row.Rule.SgdWeightDecay),
        (nameof(row.Rule.AdamWeightDecay), row.Rule.AdamWeightDecay),
        (nameof(row.Rule.Epsilon), row.Rule.Epsilon),
        (nameof(row.Rule.CoupledDecay), row.Rule.CoupledDecay),
        (nameof(Package.OptimizerFamily.Spectral), row.Rule.LearningRate(Package.OptimizerFamily.Spectral)),
        (nameof(row.Rule.Spectral), row.Rule.WeightDecay(Package.OptimizerFamily.Spectral)),
    ];

    private static void AssertClose(string what, double expected, double actual) => Assert.True(
        Math.Abs(expected - actual) <= 1e-14 * Math.Max(Math.Abs(expected), Math.Abs(actual)),
        FormattableString.Invariant($"{what}: {actual:R}, expected {expected:R}"));

    [GeneratedRegex(@"\.\d+\.")]
    private static partial Regex Index();
}
