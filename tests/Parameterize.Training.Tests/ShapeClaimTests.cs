using System.Reflection;
using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using Module = TorchSharp.torch.nn.Module;

namespace Parameterize.Training.Tests;

/// <summary>What the compiler claims of shapes, planted wrong on purpose: the constructor or the shape check refuses the model.</summary>
[Collection("torch")]
public sealed class ShapeClaimTests
{
    private const string Mix = "tensors.Hidden.Add(\"_mix.weight\", hiddenRule, \"8 q, 8 m\", m: n,";

    private const string Net = """
        [Parameterize(BaseWidth = 8)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear _embed;
            private readonly Linear _mix;
            private readonly Linear _readout;

            public Net([Width] long width)
                : base("net")
            {
                _embed = Linear(3, width);
                _mix = Linear(width, width, hasBias: false);
                _readout = Linear(width, 5);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Readout(Mix(Embed(x)));
        }
        """;

    private const string Normed = """
        [Parameterize(BaseWidth = 8)]
        public sealed partial class Normed : Module<Tensor, Tensor>
        {
            private readonly LayerNorm _norm;

            public Normed([Width] long width, long told)
                : base("normed")
            {
                _norm = LayerNorm(width);
                InitializeParameters(told);
            }

            public override Tensor forward(Tensor x) => Norm(x);
        }
        """;

    [Fact]
    public void A_width_that_is_taken_for_finite_is_found_by_the_constructor()
    {
        var net = Compile(Net, (Mix, Mix.Replace("m: n", "m: 1", StringComparison.Ordinal)));
        Assert.Equal(
            "'_mix.weight' of 'Net' has the shape [24, 24], but is scaled as [8 q, 8 m]. Axis 1 is 24 and should be 8, which is 8 m with "
                + "m = 1. "
            + "Where the constructor makes this size in a way that the compiler does not follow, or rounds it, compute it from the "
            + "constructor's parameters by "
            + "arithmetic, in a local that is assigned once, and build the layer with that.",
            Assert.Throws<InvalidOperationException>(() => Build(net, 24L)).Message);
        Build(net, 8L).Dispose(); // at base width nothing is wrong with it
    }

    [Theory]
    [InlineData("\"8 q, 3 m\"", "\"8 q, 4 m\"", 8, "Axis 1 is 3 and should be 4, which is 4 m with m = 1.")]
    [InlineData("\"5 q, 8 m\"", "\"5 q, 16 m\"", 8, "Axis 1 is 8 and should be 16, which is 16 m with m = 1.")]
    [InlineData("\"5 q, 8 m\"", "\"5, 16 m\"", 16, "Axis 1 is 16 and should be 32, which is 16 m with m = 2.")]
    [InlineData("\"5 q, 8 m\"", "\"6, 8 m\"", 16, "Axis 0 is 5 and should be 6 at every width.")]
    [InlineData("\"5 q, 8 m\"", "\"5 q, 8 m, 3\"", 16, "Its number of axes is 2 and should be 3.")]
    public void A_size_at_base_width_that_is_wrong_is_found_by_the_constructor(string claim, string planted, long width, string message) =>
        Assert.Contains(
            message, Assert.Throws<InvalidOperationException>(() => Build(Compile(Net, (claim, planted)), width)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_width_that_is_passed_and_is_another_one_is_named()
    {
        var normed = Compile(Normed);
        Build(normed, 32L, 32L).Dispose();
        var error = Assert.Throws<ArgumentException>(() => Build(normed, 32L, 4L));
        Assert.Equal("width", error.ParamName);
        Assert.Contains(
            "'_norm.weight' of 'Normed' has the shape [32], but is scaled as [8 q]. Axis 0 is 32 and should be 4, which is 8 q with q = "
                + "0.5. "
            + "InitializeParameters was told width = 4: it has to be what the layers are built with.",
            error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 4)]
    [InlineData(12, 6)]
    [InlineData(9, 4)]
    public void A_size_that_integer_division_rounds_is_right(long width, long half)
    {
        using var model = Build(
            Compile(Net.Replace("Linear(width, width, hasBias", "Linear(width, width / 2, hasBias", StringComparison.Ordinal)), width);
        Assert.Equal(half, model.get_parameter("_mix.weight")!.shape[0]);
    }

    [Fact]
    public void Without_a_size_at_base_width_the_shape_check_finds_what_the_constructor_cannot()
    {
        var net = Compile(
            Net, (Mix, Mix.Replace("8 q, 8 m", "? q, ? m", StringComparison.Ordinal).Replace("m: n", "m: 1", StringComparison.Ordinal)));
        var result = Check(net);
        var verdict = Assert.Single(result.Verdicts, verdict => verdict.Outcome == ShapeOutcome.Fail);
        Assert.Equal(
            ("_mix.weight", new ShapeGrowth(1, 2), new ShapeGrowth(2, 2)), (verdict.Tensor, verdict.Claimed, verdict.Measured!.Value));
        Assert.Equal(
            "Net: 1 of 5 rows of its table contradict the shapes at widths 8, 16, 24, 32.\n"
            + "- `_mix.weight` (Hidden) is [8, 8] at width 8 and [16, 16] at 16: m grows 2-fold, and the table has it grow 1-fold. "
            + "The compiler misread how the constructor makes this size: compute it from the [Width] parameters by arithmetic, "
            + "in a local that is assigned once, and build the layer with that; or say the kind by attribute on the member.",
            Assert.Throws<ShapeCheckException>(result.Assert).Message);
    }

    [Fact]
    public void A_kind_that_the_shapes_contradict_is_found_by_the_shape_check()
    {
        var net = Compile(Net, (Mix, Mix.Replace("Hidden.Add", "Output.Add", StringComparison.Ordinal)));
        Assert.Contains(
            "q grows, and the fan-out of its kind is no width. By its shapes it is Hidden.", Check(net).Diagnosis,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_finite_axis_that_grows_is_found_by_the_shape_check()
    {
        var net = Compile(
            Net, (Mix, Mix.Replace("8 q, 8 m", "? q, ?", StringComparison.Ordinal).Replace("m: n", "m: 1", StringComparison.Ordinal)));
        Assert.Contains("axis 1 changes, and is neither m nor q", Check(net).Diagnosis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_a_tensor_is_found_by_the_shape_check()
    {
        const string embed = "tensors.Input.Add(\"_embed.weight\"";
        var net = Compile(Net, (embed, $"tensors.Finite.Add(\"_ghost.weight\", finiteRule);\n{embed}"));
        Assert.Contains(
            "`_ghost.weight` has a row in the table, and the model has no such tensor.", Check(net).Diagnosis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_coordinate_check_trains_no_model_whose_table_is_wrong()
    {
        var net = Compile(
            Net, (Mix, Mix.Replace("8 q, 8 m", "? q, ? m", StringComparison.Ordinal).Replace("m: n", "m: 1", StringComparison.Ordinal)));
        var error = Assert.Throws<ShapeCheckException>(() => Invoke(nameof(TrainOf), net));
        Assert.Equal([8, 16, 32], error.Result!.Widths);
        Assert.Contains("`_mix.weight` (Hidden) is [8, 8] at width 8 and [16, 16] at 16", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_claimed_rightly_passes_and_prints()
    {
        var result = Check(Compile(Net)).Assert();
        Assert.Equal(
            """
            Net: how m and q grow from width 8
            tensor           kind    m claimed  m measured  q claimed  q measured  verdict
            _embed.weight    Input           1           1          4           4  pass
            _embed.bias      Vector          1           1          4           4  pass
            _mix.weight      Hidden          4           4          4           4  pass
            _readout.weight  Output          4           4          1           1  pass
            _readout.bias    Finite          1           1          1           1  pass

            """,
            result.ToString());
        Assert.Contains(
            "| _mix.weight     | Hidden |         4 |          4 |         4 |          4 | pass    |", result.ToMarkdown(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Width] ")]
    [InlineData("")]
    public void A_baseline_claims_nothing(string width)
    {
        var source = Net.Replace("BaseWidth = 8", "BaseWidth = 8, Baseline = true", StringComparison.Ordinal)
            .Replace("[Width] ", width, StringComparison.Ordinal);
        Assert.All(Check(Compile(source)).Assert().Verdicts, verdict => Assert.Equal(ShapeOutcome.Unclaimed, verdict.Outcome));
    }

    private static Type Compile(string source, params (string Text, string Other)[] planted) =>
        WrittenModels.Compile(source, planted).GetTypes().Single(type => type.Name is "Net" or "Normed");

    private static Module Build(Type model, params object[] arguments) =>
        (Module)Activator.CreateInstance(
            model, BindingFlags.DoNotWrapExceptions | BindingFlags.Instance | BindingFlags.Public, null, arguments, null)!;

    private static ShapeCheckResult Check(Type model) => (ShapeCheckResult)Invoke(nameof(CheckOf), model);

    private static object Invoke(string method, Type model) => typeof(ShapeClaimTests)
        .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(model)
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;

    private static ShapeCheckResult CheckOf<TModel>()
        where TModel : Module, IParameterizedModel => ShapeCheck.Of(width => (TModel)Build(typeof(TModel), width)).Run();

    private static CoordinateCheckResult TrainOf<TModel>()
        where TModel : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>, IParameterizedModel =>
            CoordinateCheck.Of(width => (TModel)Build(typeof(TModel), width))
                .Widths(8, 64)
                .Optimizer(_ => throw new InvalidOperationException("Nothing is trained."))
                .Task(
                    new TrainingTask(
                        (_, _) => throw new InvalidOperationException("Nothing is drawn."),
                        (_, _) => throw new InvalidOperationException("Nothing is lost.")))
                .Run();
}
