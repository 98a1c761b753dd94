using System.Globalization;
using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>Models inside models, a readout tied to an embedding, and blocks that occur twice.</summary>
[Collection("torch")]
public sealed class NestedModelTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void At_base_width_and_depth_it_is_plain_TorchSharp_bit_for_bit(double richness)
    {
        using var plain = SeededModels.Build(5, () => new PlainTiedModel());
        using var scaled = SeededModels.Build(5, () => new TiedModel(32, 2, richness));
        using var plainAdam = optim.AdamW(plain.parameters().Where(parameter => parameter.requires_grad), 1e-2, weight_decay: 0.1);
        using var scaledAdam = scaled.AdamW(1e-2, weight_decay: 0.1);
        Assert.Equal(Losses(plain, plainAdam), Losses(scaled, scaledAdam));
    }

    [Fact]
    public void Tied_weights_train_once_and_both_uses_are_scaled()
    {
        using var model = new TiedModel(128, 2, 0.5);
        var groups = model.ParameterGroups(OptimizerFamily.AdamLike);
        Assert.DoesNotContain("_readout.weight", Trained(model, groups));
        Assert.Contains("_words.weight", Trained(model, groups));

        // n = 4: the embedding in the neural tangent gauge, the readout with all of m^-1/2 / alpha in its multiplier.
        Assert.Equal(1, model.Parameterization["_words.weight"].InitStd);
        Assert.Equal(0.25, model.Parameterization["_readout.weight"].Multiplier, 15);
        Assert.Equal(
            model.Parameterization["_words.weight"].Rule.AdamLearningRate, model.Parameterization["_readout.weight"].Rule.AdamLearningRate);
        Assert.Equal(
            model.Parameterization["_words.weight"].Rule.SgdLearningRate, model.Parameterization["_readout.weight"].Rule.SgdLearningRate);

        // Its own weight is unused: the output does not change with it.
        var x = arange(8, ScalarType.Int64).unsqueeze(0);
        var before = model.call(x);
        using (no_grad()) model.get_parameter("_readout.weight")!.fill_(7);
        Assert.True(before.allclose(model.call(x)));
    }

    [Fact]
    public void A_block_that_occurs_twice_is_counted_once()
    {
        using var twice = new TiedModel(64, 3, 0.25, share: true);
        using var once = new TiedModel(64, 1, 0.25);
        Assert.Equal(
            once.ParameterGroups(OptimizerFamily.SgdLike).Sum(group => group.Parameters.Count),
            twice.ParameterGroups(OptimizerFamily.SgdLike).Sum(group => group.Parameters.Count));
    }

    [Fact]
    public void Inner_tensors_are_scaled_once_and_in_groups_of_their_class()
    {
        using var block = SeededModels.Build(9, () => new TiedBlock(128, 4, 0.25));
        using var model = SeededModels.Build(9, () => new TiedModel(128, 1, 0.25));
        var row = model.Parameterization["_blocks.0._expand.weight"];
        Assert.Equal("TiedBlock", row.Owner);
        Assert.Equal("TiedBlock: hidden", row.Rule.Name);
        Assert.Equal(block.Parameterization["_expand.weight"].Multiplier, row.Multiplier);

        // Linear draws U(-1/sqrt(fan-in), 1/sqrt(fan-in)); the rule makes of it the std of base width, 1/sqrt(3 * 32).
        var std = model.get_parameter("_blocks.0._expand.weight")!.std().item<float>();
        Assert.InRange(std * Math.Sqrt(3 * 32), 0.97, 1.03);
    }

    [Fact]
    public void Sequences_arrays_and_lists_hold_models_too()
    {
        using var model = new SequenceModel(64, 0.25);
        var inner = model.Parameterization.Tensors.Where(row => row.Owner == "TiedBlock").Select(row => row.Name).ToArray();
        Assert.Equal(
            ["_body.first", "_body.second", "_row.0", "_more.0"],
            inner.Select(name => name[..name.LastIndexOf("._", StringComparison.Ordinal)]).Distinct());
        Assert.Equal(16, inner.Length);

        using var optimizer = model.AdamW(1e-2);
        model.call(ones(2, 8)).pow(2).sum().backward();
        Assert.All(model.parameters(), parameter => Assert.True(parameter.grad!.abs().sum().item<float>() > 0));
        Assert.Equal(18, model.ParameterGroups(OptimizerFamily.AdamLike).Sum(group => group.Parameters.Count));
    }

    [Fact]
    public void An_inner_model_with_another_dial_is_refused()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fi-FI"); // where 0.25 is 0,25
        var error = Assert.Throws<InvalidOperationException>(() => new TiedModel(64, 1, 0.5, inner: 0.25));
        CultureInfo.CurrentCulture = culture;
        Assert.Contains("'_blocks.0' of 'TiedModel' is a 'TiedBlock' with r = 0.25", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_depth_scales_branches_and_rates()
    {
        using var model = new TiedModel(32, 8, 0.5);
        var row = model.Parameterization["_blocks.7._contract.weight"];

        // L = 4, delta = 1 (CompleteP): branches L^-1, SGD L, Adam 1, eps L^-1.
        Assert.Equal((4, 1, 0.25), (row.Rule.SgdLearningRate, row.Rule.AdamLearningRate, row.Rule.Epsilon));
        Assert.Equal(0.25, new TiedBlock(32, 8, 0.5).ResidualScale);
        Assert.Equal(1, model.Parameterization["_words.weight"].Rule.SgdLearningRate);
    }

    [Fact]
    public void The_symbolic_table_has_the_inner_tensors_under_their_names()
    {
        var names = TiedModel.Scaling.Tensors.Select(tensor => tensor.Name).ToArray();
        Assert.Contains("_blocks.*._expand.weight", names);
        using var model = new TiedModel(96, 6, 0.25);
        var resolved = TiedModel.Scaling.Resolve(new Dictionary<string, double> { ["n"] = 3, ["L"] = 3 }, 0.25);
        Assert.Equal(
            resolved["_blocks.*._expand.weight"].Rule.SgdLearningRate,
            model.Parameterization["_blocks.2._expand.weight"].Rule.SgdLearningRate, 12);
    }

    private static IReadOnlyList<string> Trained(
        Module model,
        IReadOnlyList<(string Name, IReadOnlyList<TorchSharp.Modules.Parameter> Parameters, double, double, double, double)> groups)
    {
        var trained = groups.SelectMany(group => group.Parameters).Select(parameter => parameter.Handle).ToHashSet();
        return [
            .. model.named_parameters()
                .Where(parameter => trained.Contains(parameter.parameter.Handle))
                .Select(parameter => parameter.name),
        ];
    }

    private static IReadOnlyList<float> Losses(Module<Tensor, Tensor> model, optim.Optimizer optimizer)
    {
        var losses = new List<float>();
        for (var step = 0; step < 5; step++)
        {
            using var scope = NewDisposeScope();
            using var generator = new Generator((ulong)step);
            var x = randint(20, [4, 8], ScalarType.Int64, generator: generator);
            optimizer.zero_grad();
            var loss = functional.cross_entropy(model.call(x).flatten(0, 1), (x + 1).remainder(20).flatten());
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        }

        return losses;
    }
}
