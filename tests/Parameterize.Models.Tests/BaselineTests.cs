using Parameterize.Inference.Tests.Oracle;
using Parameterize.Models.Tests.Cases;
using Parameterize.Models.Tests.Harness;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests;

/// <summary>Built as a baseline, a model keeps what TorchSharp draws at every width, and trains at one rate without a multiplier.</summary>
public sealed class BaselineTests
{
    public static TheoryData<string> Names => ModelCases.Names;

    /// <summary>What the model as its class says makes of the same draws is these, times what its table says.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Keeps_what_was_drawn(string name)
    {
        var subject = ModelCases.Of(name);
        using var scaled = ModelCase.Build(() => subject.Annotated(2 * Comparison.BaseWidth));
        using var baseline = ModelCase.Build(() => Baseline.Of(() => subject.Annotated(2 * Comparison.BaseWidth)));
        var drawn = baseline.named_parameters().ToDictionary(tensor => tensor.name, tensor => tensor.parameter);
        using var noGradient = no_grad();
        Assert.All(
            Table(scaled).Tensors.Where(row => row.RedrawStd is null && drawn.ContainsKey(row.Name)),
            row => Tensors.AssertSame(scaled.get_parameter(row.Name)!, drawn[row.Name].mul(row.Draw), row.Name));
    }

    /// <summary>What is left of the table are the attributes' constants, which it has at base width too.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Has_the_factors_of_base_width(string name)
    {
        var subject = ModelCases.Of(name);
        using var atBase = ModelCase.Build(() => subject.Annotated(Comparison.BaseWidth));
        using var baseline = ModelCase.Build(() => Baseline.Of(() => subject.Annotated(2 * Comparison.BaseWidth)));

        Assert.True(Table(baseline).IsBaseline);
        Assert.True(((IParameterizedModel)baseline).Scaling.Options.Baseline);
        Assert.Equal(Table(atBase).Tensors.Select(Factors), Table(baseline).Tensors.Select(Factors));

        static string Factors(TensorParameterization row) => $"{row.Name} {row.Multiplier} {row.Rule.Families}";
    }

    private static ModelParameterization Table(Module model) => ((IParameterizedModel)model).Parameterization;
}
