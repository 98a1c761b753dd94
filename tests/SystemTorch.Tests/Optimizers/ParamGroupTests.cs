using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SystemTorch.Tests.Optimizers;

public class ParamGroupTests
{
    [Fact]
    public void Groups_step_with_their_own_rates()
    {
        var (first, second) = (OptimizerStepTests.Number(1), OptimizerStepTests.Number(1));
        SGD.ParamGroup[] groups =
        [
            new SGD.ParamGroup([first], new SGD.Options { LearningRate = 0.2 }),
            new SGD.ParamGroup([second], lr: 0.05),
        ];
        using var optimizer = optim.SGD(groups, 0.1);
        first.grad = tensor([1.0]);
        second.grad = tensor([1.0]);
        optimizer.step();
        Assert.Equal(0.8, first.item<double>(), 1e-12);
        Assert.Equal(0.95, second.item<double>(), 1e-12);
        Assert.Equal([0.2, 0.05], optimizer.ParamGroups.Select(group => group.LearningRate));
    }

    [Fact]
    public void Unset_options_come_from_the_optimizer_but_the_long_constructor_sets_all()
    {
        Adam.ParamGroup[] groups =
        [
            new Adam.ParamGroup([OptimizerStepTests.Number(1)], new Adam.Options { beta2 = 0.5 }),
            new Adam.ParamGroup([OptimizerStepTests.Number(1)]),
            new Adam.ParamGroup { Parameters = [OptimizerStepTests.Number(1)] },
        ];
        using var optimizer = optim.Adam(groups, 0.25, 0.7, 0.8, weight_decay: 0.125);
        Assert.Equal((0.25, 0.7, 0.5, 0.125), Options(groups[0]));
        Assert.Equal((0.001, 0.9, 0.999, 0), Options(groups[1]));
        Assert.Equal((0.25, 0.7, 0.8, 0.125), Options(groups[2]));
        Assert.All(groups, group => Assert.Equal(group.LearningRate, group.InitialLearningRate));
    }

    [Fact]
    public void Rates_can_be_set_through_the_groups()
    {
        var number = OptimizerStepTests.Number(1);
        using var optimizer = optim.SGD([number], 0.1);
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate *= 2;
        number.grad = tensor([1.0]);
        optimizer.step();
        Assert.Equal(0.8, number.item<double>(), 1e-12);
    }

    [Fact]
    public void Added_groups_are_stepped()
    {
        var number = OptimizerStepTests.Number(1);
        using var optimizer = optim.AdamW([OptimizerStepTests.Number(1)], 0.1);
        optimizer.add_param_group(new AdamW.ParamGroup([number], new AdamW.Options()));
        number.grad = tensor([1.0]);
        optimizer.step();
        Assert.Equal(0.9, number.item<double>(), 1e-6);
        Assert.Equal(2, optimizer.parameters().Count());
    }

    [Fact]
    public void Optimizer_made_before_a_conversion_refuses_to_step()
    {
        var module = nn.Linear(2, 2);
        using var optimizer = optim.SGD(module.parameters(), 0.1);
        module.to(ScalarType.Float64);
        Assert.Throws<KeyNotFoundException>(() => optimizer.step());
    }

    private static (double, double, double, double) Options(Adam.ParamGroup group) =>
        (group.LearningRate, group.Options.beta1!.Value, group.Options.beta2!.Value, group.Options.weight_decay!.Value);
}
