using System.Globalization;
using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>
/// Models and batches moved: to other element types on the CPU, and to the device of shapes alone, where what was left behind shows.
/// </summary>
[Collection("torch")]
public sealed class PlacementTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, (Func<Module<Tensor, Tensor>> Build, Func<Tensor> Inputs)> Models = new()
    {
        ["layers"] = (() => new DialMlp(128, 0.25), () => rand(4, PlainMlp.Inputs)),
        ["blocks, tied"] = (() => new TiedModel(64, 2, 0.5), () => arange(8, ScalarType.Int64).unsqueeze(0)),
        ["sequence, array, list"] = (() => new SequenceModel(64, 0.25), () => rand(2, 8)),
        ["attention"] = (() => new AttentionNetwork(20, 64, 16, 0.25), () => arange(8, ScalarType.Int64).unsqueeze(0)),
        ["every module"] = (() => new EveryModule(64), () => rand(2, 8)),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_goes_to_the_device(string name)
    {
        using var scope = NewDisposeScope();
        var placement = Placement.On(META);
        var task = placement.Of(new TrainingTask((_, _) => (Models[name].Inputs(), ones(2)), (outputs, _) => outputs));
        using var model = placement.Move(Models[name].Build());

        var (inputs, targets) = task.Batch(0, 0);

        // An operator that is given tensors of two devices throws; libtorch cannot look up indices where there are no numbers.
        var outputs = inputs.is_floating_point() ? model.call(inputs) : inputs;

        Assert.Equal((DeviceType.META, DeviceType.META, DeviceType.META), (inputs.device_type, targets.device_type, outputs.device_type));
        Assert.All(model.parameters(), parameter => Assert.Equal(DeviceType.META, parameter.device_type));
        Assert.All(model.buffers(), buffer => Assert.Equal(DeviceType.META, buffer.device_type));
    }

    [Theory]
    [InlineData("bfloat16")]
    [InlineData("float64")]
    public void A_seed_starts_from_the_same_numbers(string dtype)
    {
        var placement = Placement.Parse(null, dtype);
        foreach (var (build, _) in Models.Values)
        {
            using var built = SeededModels.Build(3, build);
            using var moved = placement.Build(3, build);
            Assert.All(moved.named_parameters(), one =>
            {
                Assert.Equal(dtype, one.parameter.dtype.ToString(), ignoreCase: true);
                Assert.True(Same(one.parameter, built.get_parameter(one.name)!.to_type(one.parameter.dtype)), one.name);
            });
        }
    }

    [Fact]
    public void Every_parameter_trains_after_the_move()
    {
        var placement = Placement.In(ScalarType.Float64);
        using var model = placement.Build(3, () => new TiedModel(64, 2, 0.5));
        using var optimizer = model.AdamW(1e-2);
        var trained = model.named_parameters()
            .Where(one => one.parameter.requires_grad)
            .ToDictionary(one => one.name, one => one.parameter.detach().clone());

        TrainingLoop.Run(model, optimizer, placement.Of(new TrainingTask(
            (_, _) => (arange(8, ScalarType.Int64).unsqueeze(0), arange(8, ScalarType.Int64)),
            (outputs, targets) => functional.cross_entropy(outputs.flatten(0, 1), targets))), seed: 0, steps: 2);

        Assert.DoesNotContain("_readout.weight", trained.Keys); // tied: it has no gradient before, and none after
        Assert.All(trained, one => Assert.False(Same(one.Value, model.get_parameter(one.Key)!), one.Key));
    }

    [Fact]
    public void Double_precision_is_that_of_a_model_moved_by_hand()
    {
        using var byHand = SeededModels.Build(3, () => new DialMlp(128, 0.25)).to(ScalarType.Float64);
        using var moved = Placement.In(ScalarType.Float64).Build(3, () => new DialMlp(128, 0.25));
        using var first = byHand.Adam(0.005);
        using var second = moved.Adam(0.005);

        Assert.Equal(
            TrainingLoop.Run(byHand, first, Regression.Of(ScalarType.Float64), seed: 0, steps: 5),
            TrainingLoop.Run(moved, second, Placement.In(ScalarType.Float64).Of(Regression.Of(ScalarType.Float64)), seed: 0, steps: 5));
    }

    [Fact]
    public void The_loss_is_taken_in_float32_at_least()
    {
        Assert.Equal((ScalarType.BFloat16, ScalarType.Float32, ScalarType.Float32), Seen(Placement.In(ScalarType.BFloat16)));
        Assert.Equal((ScalarType.Float64, ScalarType.Float64, ScalarType.Float64), Seen(Placement.In(ScalarType.Float64)));
        Assert.Equal((ScalarType.Float32, ScalarType.Float32, ScalarType.Float32), Seen(Placement.On(CPU)));

        static (ScalarType Inputs, ScalarType Outputs, ScalarType Targets) Seen(Placement placement)
        {
            var seen = (ScalarType.Bool, ScalarType.Bool, ScalarType.Bool);
            var task = placement.Of(new TrainingTask((_, _) => (rand(2, 3), rand(2, 3)), (outputs, targets) =>
            {
                seen = (default, outputs.dtype, targets.dtype);
                return outputs;
            }));
            var (inputs, targets) = task.Batch(0, 0);
            task.Loss(inputs, targets);
            return (inputs.dtype, seen.Item2, seen.Item3);
        }
    }

    [Fact]
    public void What_stays_behind_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Placement.In(ScalarType.Float64).Build(0, () => new PinnedModel()));
        Assert.StartsWith("'gain' of 'PinnedModel' stayed behind, as float32 on cpu", error.Message, StringComparison.Ordinal);

        error = Assert.Throws<InvalidOperationException>(() => Placement.In(ScalarType.Float64).Build(0, () => new IndexedModel()));
        Assert.StartsWith(
            "TorchSharp cannot move 'IndexedModel': it, or a module in it, has two properties of one name.", error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bfloat16", 0, 0.1)]
    [InlineData("bfloat16", 0.25, 0.1)]
    [InlineData("bfloat16", 0.5, 0.1)]
    [InlineData("float64", 0.25, 0.07)]
    public void Slopes_are_as_predicted_in_other_element_types(string dtype, double richness, double tolerance) => Assert.All(
        Changes(Placement.Parse(null, dtype), richness, 512, model => model.Adam(0.005)),
        slope => Assert.True(Math.Abs(slope.Fit!.Slope - slope.Predicted) <= tolerance, slope.Verdict(tolerance).Diagnosis));

    /// <summary>
    /// A weight of eight bits does not change by less than 1/512 of itself. Relative to weights, updates shrink as networks widen: the rate
    /// of this test leaves enough of them in float32, and ever fewer in bfloat16.
    /// </summary>
    [Fact]
    public void Updates_that_bfloat16_loses_are_missed()
    {
        Assert.All(
            Changes(Placement.In(ScalarType.Float32), 0, 1024, model => model.SGD(0.05)), slope => Assert.InRange(slope.Slope, -0.6, -0.4));

        var changes = Changes(Placement.In(ScalarType.BFloat16), 0, 1024, model => model.SGD(0.05));
        Assert.Equal(SlopeOutcome.Fail, changes[^1].Verdict(0.1).Outcome);
        Assert.InRange(changes[^1].Slope, -1.2, -0.7);
    }

    private CoordinateSlope[] Changes(Placement placement, double richness, long widest, Func<DialMlp, optim.Optimizer> optimizer)
    {
        var result = CoordinateCheck.Of(width => new DialMlp(width, richness))
            .Widths(64, widest).Seeds(3).Steps(5)
            .Optimizer(optimizer)
            .On(placement)
            .Task(Classification.Task)
            .RunOnAllCores();
        foreach (var slope in result.Slopes)
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{placement}, {slope.Layer} {slope.Quantity}: {slope.Fit!.Slope:F3} +- {slope.Fit.StandardError:F3}, "
                    + $"predicted {slope.Predicted}"));

        var hidden = result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange).ToArray();
        Assert.Equal(["_embed", "_mix", "_refine"], hidden.Select(slope => slope.Layer));
        return hidden;
    }

    [Fact]
    public void A_check_keeps_the_results_of_placements_apart()
    {
        var folder = Directory.CreateTempSubdirectory("parameterize-placement-");
        try
        {
            using var store = ResultStore.Open(Path.Combine(folder.FullName, "trials.jsonl"));
            var plain = Check().Run(store, "check");
            var half = Check().On(CPU, ScalarType.BFloat16).Run(store, "check");

            Assert.Equal(4, store.Results.Count);
            Assert.Equal(
                2, store.Results.Count(result => result.Id.EndsWith("/steps=1/device=cpu/dtype=bfloat16", StringComparison.Ordinal)));
            Assert.NotEqual(plain.Slopes[0].Observations[0].Value, half.Slopes[0].Observations[0].Value);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static CoordinateCheck<DialMlp> Check() => CoordinateCheck.Of(width => new DialMlp(width, 0.5))
            .Widths(64, 128).Seeds(1).Steps(1).Optimizer(model => model.SGD(0.05)).Task(Classification.Task);
    }

    [Fact]
    public void A_device_that_is_not_there_is_refused_before_a_model_is_built()
    {
        var built = 0;
        var check = CoordinateCheck.Of(width =>
        {
            built++;
            return new DialMlp(width, 0.5);
        }).Optimizer(model => model.SGD(0.05)).Task(Classification.Task).On("cuda:63");

        var error = Assert.Throws<ArgumentException>(() => check.Run());

        Assert.StartsWith("There is no device cuda:63", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, built);
    }

    [Fact]
    public void Traces_and_kernels_come_back_as_doubles()
    {
        var placement = Placement.On(CPU, ScalarType.BFloat16);
        using var model = placement.Build(3, () => new DialMlp(64, 0.25));
        using var scope = NewDisposeScope();
        var inputs = placement.Of(rand(3, PlainMlp.Inputs));
        using var trace = LayerTrace.Record(model, inputs);
        using var kernel = TangentKernel.Of(model, inputs);

        Assert.Equal(ScalarType.Float64, trace.Weight("_mix").dtype);
        Assert.Equal(ScalarType.Float64, trace.Input("_mix").dtype);
        Assert.Equal(ScalarType.Float64, kernel.dtype);
        Assert.True(double.IsFinite(KernelDrift.Between(kernel, kernel)));
    }

    private static bool Same(Tensor one, Tensor other) => one.eq(other).all().item<bool>();
}
