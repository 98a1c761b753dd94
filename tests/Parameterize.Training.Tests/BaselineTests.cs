using System.Reflection;
using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Module = TorchSharp.torch.nn.Module;

namespace Parameterize.Training.Tests;

/// <summary>An instance that is built as a baseline is, to the bit, one of the class whose attribute says Baseline.</summary>
[Collection("torch")]
public sealed class BaselineTests
{
    /// <summary>Constants, draws anew and of one's own, a bare parameter, a sequence, a list; the dial is set at run time.</summary>
    private const string Several = """
        [Parameterize(BaseWidth = 16)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear _embed;
            [Hidden(InitStd = 0.3, LearningRate = 0.5, WeightDecay = 2)] private readonly Linear _mix;
            private readonly Linear _narrow;
            private readonly Sequential _inside;
            private readonly ModuleList<Linear> _layers = new();
            [Hidden(FanIn = 0, FanOut = 1)] private readonly Parameter _gain;
            [Output(Multiplier = 2)] private readonly Linear _readout;

            public Net([Width] long width, [Richness] double richness) : base("Net")
            {
                _embed = Linear(32, width);
                _mix = Linear(width, width);
                _narrow = Linear(width, 3 * width);
                init.xavier_uniform_(_narrow.weight);
                _inside = Sequential(Linear(3 * width, width), LayerNorm(width), GELU());
                for (var index = 0; index < 3; index++)
                {
                    _layers.append(Linear(width, width));
                }

                _gain = Parameter(randn(width, width) * 0.1);
                _readout = Linear(width, 10);
                InitializeParameters(richness);
            }

            public override Tensor forward(Tensor x)
            {
                x = _inside.call(Narrow(functional.gelu(Mix(functional.gelu(Embed(x))))));
                for (var index = 0; index < _layers.Count; index++)
                {
                    x = functional.gelu(Layers(index, x));
                }

                return Readout(x.matmul(Gain));
            }
        }
        """;

    /// <summary>Blocks at another base than their own, with heads and a depth, by which their forward pass multiplies.</summary>
    private const string Nested = """
        [Parameterize(BaseWidth = 8, Gauge = Gauge.TensorPrograms, AttentionExponent = 0.75)]
        public sealed partial class Block : Module<Tensor, Tensor>
        {
            private readonly long _head;
            private readonly LayerNorm _norm;
            [Hidden(ZeroInit = true)] private readonly Linear _query;
            [Hidden(InitStd = 0.2)] private readonly Linear _key;
            private readonly Linear _gather;

            public Block([Width] long width, [HeadWidth(Base = 4)] long head, [Depth(Base = 2)] long depth) : base("Block")
            {
                _head = head;
                _norm = LayerNorm(width);
                _query = Linear(width, width);
                _key = Linear(width, width);
                _gather = Linear(width, width);
                InitializeParameters(head, depth);
            }

            public override Tensor forward(Tensor x)
            {
                var (query, key) = (Heads(Query(Norm(x))), Heads(Key(x)));
                var logits = query.matmul(key.transpose(-1, -2)) * AttentionScale;
                return x + (Gather(logits.softmax(-1).matmul(Heads(x)).flatten(1)) * ResidualScale);
            }

            private Tensor Heads(Tensor x) => x.view(x.shape[0], -1, _head);
        }

        [Parameterize(BaseWidth = 16, Gauge = Gauge.TensorPrograms, AttentionExponent = 0.75)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear _embed;
            private readonly ModuleList<Block> _blocks = new();
            private readonly Linear _readout;

            public Net([Width] long width, double richness) : base("Net")
            {
                _embed = Linear(32, width);
                for (var index = 0; index < 3; index++)
                {
                    _blocks.append(new Block(width, width / 2, 3));
                }

                _readout = Linear(width, 10);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x)
            {
                x = Embed(x);
                foreach (var block in _blocks)
                {
                    x = block.call(x);
                }

                return Readout(x);
            }
        }
        """;

    private const long Width = 24; // over 16 it is 1.5, whose root and powers are rounded

    private static readonly Dictionary<string, (Type Scaled, Type Baseline)> s_models = new()
    {
        [nameof(Several)] = Compile(Several),
        [nameof(Nested)] = Compile(Nested),
    };

    [Theory]
    [InlineData(nameof(Several), "SGD")]
    [InlineData(nameof(Several), "AdamW")]
    [InlineData(nameof(Several), "Muon")]
    [InlineData(nameof(Nested), "SGD")]
    [InlineData(nameof(Nested), "AdamW")]
    [InlineData(nameof(Nested), "Muon")]
    public void It_starts_and_trains_with_the_same_bits(string model, string optimizer)
    {
        var (scaled, attributed) = s_models[model];
        using var expected = Build(attributed);
        using var baseline = Baseline.Of(() => Build(scaled));
        AssertSame(expected, baseline);
        Assert.Equal(Losses(expected, optimizer), Losses(baseline, optimizer));
        AssertSame(expected, baseline);
    }

    [Theory]
    [InlineData(nameof(Several))]
    [InlineData(nameof(Nested))]
    public void It_says_so_in_the_same_tables(string model)
    {
        var (scaled, attributed) = s_models[model];
        using var expected = Build(attributed);
        using var baseline = Baseline.Of(() => Build(scaled));
        var (attributedTable, table) = (Table(expected), Table(baseline));

        Assert.True(table.IsBaseline);
        Assert.StartsWith("Net: width 1.5 x base, standard parametrization\n", table.ToString(), StringComparison.Ordinal);
        Assert.Equal(attributedTable.Scales, table.Scales);
        Assert.Equal(attributedTable.Tensors.Select(Factors), table.Tensors.Select(Factors));
        Assert.Equal(((IParameterizedModel)expected).Scaling.ToString(), ((IParameterizedModel)baseline).Scaling.ToString());
        Assert.Contains("\"baseline\":true", table.ToJson(), StringComparison.Ordinal);

        static string Factors(TensorParameterization row) => FormattableString.Invariant(
            $"{row.Name} {row.Kind} {row.FanIn:R} {row.FanOut:R} {row.Multiplier:R} {row.Draw:R} {row.Shape} {row.Rule.Families}");
    }

    [Fact]
    public void What_is_built_after_it_scales_as_its_class_says()
    {
        var (scaled, _) = s_models[nameof(Several)];
        using var before = Build(scaled);
        Assert.Throws<DivideByZeroException>(() => Baseline.Of<Module>(() => throw new DivideByZeroException()));
        using var baseline = Baseline.Of(() => Baseline.Of(() => Build(scaled)));
        using var after = Build(scaled);

        AssertSame(before, after);
        Assert.Equal(Table(before).ToString(), Table(after).ToString());
        Assert.False(Table(after).IsBaseline);
        Assert.NotEqual(Table(before).ToString(), Table(baseline).ToString());
        Assert.Throws<ArgumentNullException>(() => Baseline.Of<Module>(null!));
    }

    [Fact]
    public async Task It_is_a_matter_of_what_builds_the_model_and_of_no_other_thread()
    {
        var (scaled, _) = s_models[nameof(Several)];
        using var begun = new ManualResetEventSlim();
        using var built = new ManualResetEventSlim();
        var elsewhere = Task.Run(() =>
        {
            begun.Wait();
            using var model = Build(scaled);
            built.Set();
            return Table(model).IsBaseline;
        });
        var inside = await Baseline.Of(() =>
        {
            begun.Set();
            built.Wait();
            return Task.Run(() =>
            {
                using var model = Build(scaled);
                return Table(model).IsBaseline;
            });
        });

        Assert.True(inside);
        Assert.False(await elsewhere);
    }

    /// <summary>A block that a function builds is refused by the compiler: here the blocks are told that they are baselines.</summary>
    [Theory]
    [InlineData("width / 2")] // at another base than its own
    [InlineData("4")]
    public void A_model_is_a_baseline_as_a_whole(string head)
    {
        var source = Nested.Replace("width / 2", head, StringComparison.Ordinal);
        var model = WrittenModels.Compile(
            source, ("_isBaseline = Baseline.IsUnderway;", "_isBaseline = s_tables++ < 3; private static int s_tables;")).GetType("Net")!;

        var exception = Assert.Throws<InvalidOperationException>(() => Build(model));
        Assert.Equal(
            "'_blocks.0' of 'Net' is a 'Block' in the standard parametrization; 'Net' is in its own one. Build all of it inside of one "
                + "Baseline.Of, or none.",
            exception.Message);
    }

    private static (Type Scaled, Type Baseline) Compile(string source)
    {
        var attributed = source.Replace("[Parameterize(", "[Parameterize(Baseline = true, ", StringComparison.Ordinal);
        return (WrittenModels.Compile(source).GetType("Net")!, WrittenModels.Compile(attributed).GetType("Net")!);
    }

    private static Module<Tensor, Tensor> Build(Type model) => SeededModels.Build(3, () => (Module<Tensor, Tensor>)Activator.CreateInstance(
        model, BindingFlags.DoNotWrapExceptions | BindingFlags.Instance | BindingFlags.Public, null, [Width, 0.25], null)!);

    private static ModelParameterization Table(Module model) => ((IParameterizedModel)model).Parameterization;

    private static IReadOnlyList<double> Losses(Module<Tensor, Tensor> model, string optimizer)
    {
        (string, object)[] rates = optimizer switch
        {
            "SGD" => [("learningRate", 0.01)],
            "Muon" => [("lr", 0.01), ("adamw_lr", 0.01)],
            _ => [("lr", 0.01)],
        };
        using var stepper = Gauges.Optimizer(model, optimizer, rates);
        return TrainingLoop.Run(model, stepper, Regression.Of(ScalarType.Float32), seed: 0, steps: 10);
    }

    private static void AssertSame(Module expected, Module model)
    {
        var tensors = model.named_parameters().ToDictionary(tensor => tensor.name, tensor => tensor.parameter.data<float>().ToArray());
        Assert.All(expected.named_parameters(), tensor => Assert.Equal(tensor.parameter.data<float>().ToArray(), tensors[tensor.name]));
    }
}
