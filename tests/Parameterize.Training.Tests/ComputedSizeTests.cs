using System.Reflection;
using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Module = TorchSharp.torch.nn.Module;

namespace Parameterize.Training.Tests;

/// <summary>A size that the constructor rounds: its ratio is read off a tensor, exact at every width.</summary>
[Collection("torch")]
public sealed class ComputedSizeTests
{
    private const string Given = """
        [Parameterize(BaseWidth = 8)]
        public sealed partial class Given : Module<Tensor, Tensor>
        {
            [Hidden(BaseFanOut = 12)] private readonly Linear _up;
            [Hidden(BaseFanIn = 12)] private readonly Linear _down;

            public Given([Width] long width, long spare)
                : base("given")
            {
                _up = Linear(width, width + spare);
                _down = Linear(width + spare, width);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Down(Up(x));
        }
        """;

    private static readonly Lazy<Assembly> s_gauges = new(() => WrittenModels.Compile(string.Concat(Gauges.All.Select(GatedMlp.In))));

    public static TheoryData<Gauge, double, string> Cases()
    {
        var cases = new TheoryData<Gauge, double, string>();
        foreach (var gauge in Gauges.All)
        {
            foreach (var richness in new[] { 0, 0.3, 0.5 })
            {
                cases.Add(gauge, richness, "SGD");
                cases.Add(gauge, richness, "AdamW");
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void At_base_width_it_is_plain_TorchSharp_bit_for_bit(Gauge gauge, double richness, string optimizer)
    {
        using var plain = SeededModels.Build(7, () => new PlainGatedMlp(64));
        using var scaled = SeededModels.Build(7, () => Build(gauge, 64, richness));
        AssertSame(plain, scaled);
        Assert.Equal(Trained(plain, optimizer, ScalarType.Float32), Trained(scaled, optimizer, ScalarType.Float32));
        AssertSame(plain, scaled);
    }

    [Theory]
    [InlineData("SGD", 0, 192)]
    [InlineData("SGD", 0.5, 100)]
    [InlineData("AdamW", 0.25, 192)]
    [InlineData("AdamW", 0.5, 100)]
    public void All_gauges_follow_one_trajectory_at_other_widths(string optimizer, double richness, long width)
    {
        set_default_dtype(ScalarType.Float64);
        try
        {
            var trajectories = Gauges.All.Select(gauge =>
            {
                using var model = SeededModels.Build(11, () => Build(gauge, width, richness));
                return Trained(model, optimizer, ScalarType.Float64);
            }).ToArray();
            Assert.True(trajectories[0][^1] < 0.999 * trajectories[0][0], "ten steps must have trained something");
            Assert.All(trajectories, trajectory => Assert.All(
                trajectory.Zip(trajectories[0]), step => Assert.InRange(Math.Abs(step.First - step.Second) / step.Second, 0, 1e-9)));
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }

    [Fact]
    public void The_ratio_is_that_of_the_real_sizes()
    {
        using var model = new GatedMlp(100, 0.5);
        var k = 272 / 176.0;
        Assert.Equal(k, model.Parameterization["_gate.weight"].FanOut);
        Assert.Equal(k, model.Parameterization["_down.weight"].FanIn);
        Assert.Equal(1 / Math.Sqrt(k), model.Parameterization["_down.weight"].Multiplier);
        ShapeCheck.Of(width => new GatedMlp(width, 0.5)).Widths(64, 100, 128, 200, 333).Run().Assert();
    }

    [Theory]
    [InlineData("SGD", 0)]
    [InlineData("SGD", 0.5)]
    [InlineData("Adam", 0)]
    [InlineData("Adam", 0.5)]
    public void Layers_of_a_computed_size_change_like_the_width_to_the_richness_minus_a_half(string optimizer, double richness)
    {
        var result = CoordinateCheck.Of(width => new GatedMlp(width, richness))
            .Widths(64, 1024).Seeds(2).Steps(10)
            .Optimizer(model => optimizer == "SGD" ? model.SGD(0.05) : model.Adam(0.0005, eps: 1e-20))
            .Task(Classification.Task)
            .RunOnAllCores();
        var hidden = result.Slopes.Where(slope => slope.Quantity == SlopeQuantity.HiddenChange).ToArray();
        Assert.Equal(["_embed", "_gate", "_up", "_down"], hidden.Select(slope => slope.Layer));
        Assert.All(hidden, slope => Assert.True(Math.Abs(slope.Fit!.Slope - (richness - 0.5)) <= 0.1, slope.Verdict(0.1).Diagnosis));
    }

    [Fact]
    public void At_base_width_the_constructor_finds_a_base_that_was_read_wrong()
    {
        var model = WrittenModels.Compile(GatedMlp.In(Gauge.NeuralTangent), (" / 176.0;", " / 160.0;"))
            .GetType("InNeuralTangent", throwOnError: true)!;
        Assert.Contains("is 193.6 at base widths, and was read as 176", Message(model, 64L, 0.5), StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_that_is_given_by_hand_has_to_be_the_size_at_base_width()
    {
        var model = WrittenModels.Compile(Given).GetType("Given", throwOnError: true)!;
        using var scaled = (Module<Tensor, Tensor>)Activator.CreateInstance(model, 24L, 4L)!;
        var table = ((IParameterizedModel)scaled).Parameterization;
        Assert.Equal(28 / 12.0, table["_up.weight"].FanOut);
        Assert.Equal(28 / 12.0, table["_down.weight"].FanIn);
        Assert.Contains("is 15 at base widths, and was read as 12", Message(model, 8L, 7L), StringComparison.Ordinal);
    }

    private static string Message(Type model, params object[] arguments) =>
        Assert.IsType<InvalidOperationException>(
            Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(model, arguments)).InnerException).Message;

    private static Module<Tensor, Tensor> Build(Gauge gauge, long width, double richness) =>
        (Module<Tensor, Tensor>)Activator.CreateInstance(s_gauges.Value.GetType($"In{gauge}", throwOnError: true)!, width, richness)!;

    private static IReadOnlyList<double> Trained(Module<Tensor, Tensor> model, string optimizer, ScalarType type)
    {
        using var stepper = optimizer == "SGD"
            ? Gauges.Optimizer(model, "SGD", ("learningRate", 0.05), ("momentum", 0.9), ("weight_decay", 0.01))
            : Gauges.Optimizer(model, "AdamW", ("lr", 0.005), ("weight_decay", 0.1));
        return TrainingLoop.Run(model, stepper, Regression.Of(type), seed: 0, steps: 10);
    }

    private static void AssertSame(Module plain, Module scaled) => Assert.All(
        plain.named_parameters().Zip(scaled.named_parameters()),
        pair =>
            Assert.True(
                pair.First.name == pair.Second.name && pair.First.parameter.equal(pair.Second.parameter).all().item<bool>(),
                pair.First.name));
}
