using Parameterize.Training.Tests.Models;
using TorchSharp.Modules;

namespace Parameterize.Training.Tests;

/// <summary>
/// The worked example of microsoft/mup, run with the real package: an MLP 32-w-w-10 with base width 64 at width 256, learning rate
/// 0.1 and weight decay 0.01. Gauge TensorPrograms at r = 1/2 sets the same numbers, but for a decay that Adam adds to the gradient.
/// </summary>
[Collection("torch")]
public sealed class ReferenceRatesTests
{
    private const double Rate = 0.1;
    private const double Decay = 0.01;

    [Theory]
    [InlineData("_embed.weight", 0.4, 0.0025, 0.1, 0.01, 0.0025)]
    [InlineData("_embed.bias", 0.4, 0.0025, 0.1, 0.01, 0.0025)]
    [InlineData("_mix.weight", 0.1, 0.01, 0.025, 0.04, 0.005)]
    [InlineData("_mix.bias", 0.4, 0.0025, 0.1, 0.01, 0.0025)]
    [InlineData("_refine.weight", 0.1, 0.01, 0.025, 0.04, 0.005)]
    [InlineData("_readout.weight", 0.4, 0.0025, 0.1, 0.01, 0.0025)]
    [InlineData("_readout.bias", 0.1, 0.01, 0.1, 0.01, 0.01)]
    public void Rates_and_decays_are_those_of_microsoft_mup(
        string tensor, double sgdRate, double sgdDecay, double adamRate, double adamDecay, double coupledDecay)
    {
        using var model = new TensorProgramsMlp(256, Richness.MaximalUpdate);
        using var sgd = model.SGD(Rate, weight_decay: Decay);
        using var adam = model.Adam(Rate, weight_decay: Decay);
        using var adamW = model.AdamW(Rate, weight_decay: Decay);
        var parameter = model.get_parameter(tensor)!;

        var ofSgd = GroupOf<SGD.Options>(sgd, parameter);
        Assert.Equal((sgdRate, sgdDecay), (ofSgd.LearningRate!.Value, ofSgd.weight_decay!.Value));
        var ofAdam = GroupOf<Adam.Options>(adam, parameter);
        Assert.Equal(adamRate, ofAdam.LearningRate!.Value);
        // The difference: MuAdam's decay is adamDecay here too, so that what joins the gradient grows by the width ratio while the gradient
        // shrinks by it. The paper calls such a decay "not compatible" (arXiv 2203.03466, B.3). Ours follows the gradient: 1/4 over sigma.
        Assert.Equal(coupledDecay, ofAdam.weight_decay!.Value, 1e-15);
        var ofAdamW = GroupOf<AdamW.Options>(adamW, parameter);
        Assert.Equal((adamRate, adamDecay), (ofAdamW.LearningRate!.Value, ofAdamW.weight_decay!.Value));
    }

    [Fact]
    public void The_readout_alone_has_a_multiplier_of_one_over_the_width_ratio()
    {
        using var model = new TensorProgramsMlp(256, Richness.MaximalUpdate);

        Assert.Equal(
            [("_readout.weight", 0.25)],
            model.Parameterization.Tensors.Where(row => row.Multiplier != 1).Select(row => (row.Name, row.Multiplier)));
    }

    private static TOptions GroupOf<TOptions>(TorchSharp.torch.optim.Optimizer optimizer, Parameter parameter)
        where TOptions : OptimizerOptions
    {
        var group = Assert.Single(
            optimizer.ParamGroups.Cast<ParamGroup>(), group => group.Parameters.Any(member => ReferenceEquals(member, parameter)));
        return Assert.IsType<TOptions>(group.Options);
    }
}
