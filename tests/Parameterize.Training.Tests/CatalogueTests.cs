using Parameterize.Training.Tests.Models;
using TorchSharp;

namespace Parameterize.Training.Tests;

/// <summary>What the catalogue says of each module's tensors is true of the modules that are built.</summary>
[Collection("torch")]
public sealed class CatalogueTests
{
    private const double Wider = 4;

    private static readonly Lazy<IReadOnlyDictionary<string, (long[] Shape, double Std)>> AtBase = new(() => Of(64));
    private static readonly Lazy<IReadOnlyDictionary<string, (long[] Shape, double Std)>> AtTarget = new(() => Of(64 * (long)Wider));

    [Fact]
    public void Every_tensor_has_one_row()
    {
        using var model = new EveryModule(128);
        Assert.Equal(model.named_parameters().Select(parameter => parameter.name), model.Parameterization.Tensors.Select(row => row.Name));
    }

    [Fact]
    public void Every_tensor_is_in_one_group()
    {
        using var model = new EveryModule(128);
        Assert.All([OptimizerFamily.SgdLike, OptimizerFamily.AdamLike], family =>
            Assert.Equal(model.named_parameters().Count(), model.ParameterGroups(family).Sum(group => group.Parameters.Count)));
    }

    [Fact]
    public void The_fans_are_those_of_the_shapes()
    {
        using var model = new EveryModule(64 * (long)Wider);
        Assert.All(model.Parameterization.Tensors, row =>
        {
            double entries = AtTarget.Value[row.Name].Shape.Aggregate(
                1L, (a, b) => a * b) / (double)AtBase.Value[row.Name].Shape.Aggregate(1L, (a, b) => a * b);
            Assert.Equal(entries, row.FanIn * row.FanOut, 12);
            Assert.Equal(row.FanIn > 1, row.Kind is ParameterKind.Hidden or ParameterKind.Output);
        });
    }

    /// <summary>Whatever TorchSharp's own draw depends on, the std over that at base is sigma; grouped draws are small samples.</summary>
    [Fact]
    public void The_draws_have_the_std_of_their_rule()
    {
        using var model = new EveryModule(64 * (long)Wider);
        Assert.All(model.Parameterization.Tensors, row =>
        {
            var (atBase, atTarget) = (AtBase.Value[row.Name], AtTarget.Value[row.Name]);
            if (atBase.Std == 0)
            {
                Assert.Equal(0, atTarget.Std);
                return;
            }

            var entries = atBase.Shape.Aggregate(1L, (a, b) => a * b);
            Assert.InRange(atTarget.Std / atBase.Std / row.InitStd, 1 - (4 / Math.Sqrt(entries)), 1 + (4 / Math.Sqrt(entries)));
        });
    }

    [Fact]
    public void Modules_that_use_several_weights_have_no_multiplier()
    {
        using var model = new EveryModule(128);
        Assert.All(
            model.Parameterization.Tensors.Where(row =>
                row.Name.StartsWith("_lstm", StringComparison.Ordinal) || row.Name.StartsWith("_attention", StringComparison.Ordinal)),
            row => Assert.Equal(1, row.Multiplier));
    }

    /// <summary>Against the assembly itself, so that a module of a later TorchSharp is missed here and not at a user's.</summary>
    [Fact]
    public void The_model_of_this_test_has_every_module()
    {
        string[] containers = ["Sequential", "ModuleList`1", "ModuleDict`1", "ParameterList", "ParameterDict"];
        var withTensors = typeof(torch).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "TorchSharp.Modules" && !type.IsAbstract && type.IsAssignableTo(typeof(torch.nn.Module)))
            .Where(type =>
                !Bases(type)
                    .Any(one =>
                        one.StartsWith("ParameterLessModule", StringComparison.Ordinal)
                            || one.StartsWith("Loss", StringComparison.Ordinal)))
            .Select(type => type.Name).Except(containers);
        Assert.Equal(withTensors.Order(), EveryModule.Members.Select(type => type.Name).Distinct().Order());

        static IEnumerable<string> Bases(Type type) => type.BaseType is { } parent ? Bases(parent).Prepend(parent.Name) : [];
    }

    private static IReadOnlyDictionary<string, (long[] Shape, double Std)> Of(long width)
    {
        using var model = SeededModels.Build(3, () => new EveryModule(width));
        return model.named_parameters().ToDictionary(
            parameter => parameter.name,
            parameter => (parameter.parameter.shape, parameter.parameter.numel() == 1 ? 0.0 : parameter.parameter.std().item<float>()));
    }
}
