using Parameterize.Testing;

namespace Parameterize.Generators.Tests;

/// <summary>What is generated, file by file: each also compiles without a warning, is cached, and is the same in every culture.</summary>
public class GeneratedTextTests
{
    [Fact]
    public Task Mlp_of_the_guide() => Verify(Sources.Mlp);

    [Fact]
    public Task Support_that_all_models_share() =>
        GeneratedCode.Verify(Subjects.Generator, Sources.Mlp, ignore: source => source.HintName != Subjects.SupportFile);

    [Fact]
    public Task Optimizers_of_a_model() =>
        GeneratedCode.Verify(Subjects.Generator, Sources.Mlp, ignore: source => !Subjects.IsOptimizers(source));

    [Theory]
    [InlineData("NeuralTangent", "1.0 / 3")]
    [InlineData("LearningRate", "0.5")]
    [InlineData("Multiplier", "0")]
    [InlineData("TensorPrograms", "0.5")]
    public Task Gauges(string gauge, string richness) => Verify(
        Subjects.Usings + Sources.MlpCalled("Mlp", $"Gauge = Gauge.{gauge}, Richness = {richness}, BaseWidth = 64"),
        ("gauge", gauge));

    [Fact]
    public Task Dials_at_run_time() => Verify(Subjects.Usings + Sources.MlpCalled(
        "Mlp", "BaseWidth = 64, ScaleEpsilon = false", ", [Richness] double richness, [Gamma] double gamma = 1", "richness, gamma"));

    [Theory]
    [InlineData("rich", "BaseWidth = 64", "", "")]
    [InlineData("dial", "BaseWidth = 64", ", [Richness] double r, [Gamma] double g", "r, g")]
    [InlineData("baseline", "Baseline = true", "", "")]
    public Task Products_of_vectors(string model, string options, string parameters, string arguments) => Verify(
        Sources.Class(
            $"[Parameterize({options})] public partial class Towers",
            $$"""
                private readonly Linear _left;
                private readonly Linear _right;

                public Towers([DotWidth(Base = 36)] long width{{parameters}}) : BASE
                {
                    _left = Linear(32, width);
                    _right = Linear(32, width);
                    InitializeParameters({{arguments}});
                }
            """),
        ("model", model));

    [Fact]
    public Task Constants_of_attributes() => Verify(Sources.Class(
        "[Parameterize(Gauge = Gauge.LearningRate, BaseWidth = 64, DecayExponent = 0.25)] public partial class Tuned",
        """
            [Input(Multiplier = 2, InitStd = 0.02)] private readonly Embedding _tokens;
            [Hidden(LearningRate = 0.5, WeightDecay = 0, InitStd = 0.1, Init = InitDistribution.Uniform)] private readonly Linear _mix;
            [Output(ZeroInit = true, Multiplier = 0.25)] private readonly Linear _readout;

            public Tuned([Width] long width) : BASE
            {
                _tokens = Embedding(100, width);
                _mix = Linear(width, 4 * width, hasBias: false);
                _readout = Linear(4 * width, 100);
                InitializeParameters();
            }
        """));

    [Fact]
    public Task Exponents() => Verify(Sources.Class(
        "[Parameterize(BaseWidth = 64)] public partial class MeanField",
        """
            [Exponents(0, 0, -1, CAdam = 0)] private readonly Linear _embed;
            [Hidden(LearningRate = 0.5), Exponents(0.5, 0, -1, CAdam = 0.5)] private readonly Linear _mix;
            [Output, Exponents(1, 0, -1, CAdam = 0)] private readonly Linear _readout;

            public MeanField([Width] long width) : BASE
            {
                _embed = Linear(32, width);
                _mix = Linear(width, width);
                _readout = Linear(width, 10);
                InitializeParameters();
            }
        """));

    [Fact]
    public Task Models_inside_models_with_heads_depth_and_tied_weights() => Verify(ArchitectureSources.Decoder);

    [Fact]
    public Task Layers_in_a_sequence() => Verify(ArchitectureSources.Sequences);

    [Fact]
    public Task Several_widths() => Verify(Sources.Class(
        "[Parameterize(BaseWidth = 64)] public partial class TwoWidths",
        """
            private readonly Linear _embed;
            private readonly Linear _expand;
            private readonly Linear _contract;
            private readonly Linear _readout;

            public TwoWidths([Width] long width, [Width(Base = 256)] long hidden) : BASE
            {
                _embed = Linear(32, width);
                _expand = Linear(width, hidden);
                _contract = Linear(hidden, width);
                _readout = Linear(width, 10);
                InitializeParameters();
            }
        """));

    [Fact]
    public Task Lists() => Verify(Sources.Class(
        "[Parameterize(BaseWidth = 64)] public partial class Lists",
        """
            private readonly Linear _embed;
            [Hidden] private readonly ModuleList<Linear> _blocks;
            [Hidden] private readonly Linear[] _row;
            [Hidden] private readonly System.Collections.Generic.List<Linear> _more = new();
            [Output] private readonly ParameterList _scales;

            public Lists([Width] long width) : BASE
            {
                _embed = Linear(8, width);
                _blocks = ModuleList(Linear(width, width), Linear(width, width));
                _row = new[] { Linear(width, width) };
                for (int i = 0; i < 2; i++)
                {
                    _more.Add(Linear(width, width));
                }

                _scales = ParameterList(new Parameter(ones(width)));
                InitializeParameters();
            }
        """));

    [Fact]
    public Task Lists_by_place() => Verify(Sources.Class(
        "[Parameterize(BaseWidth = 64)] public partial class Placed",
        """
            private readonly ModuleList<Linear> _layers = new();
            private readonly Linear[] _heads;

            public Placed([Width] long width, int depth) : BASE
            {
                for (int i = 0; i < depth; i++)
                {
                    _layers.Add(Linear(i == 0 ? 8 : width, width));
                }

                _layers.Add(Linear(width, 10));
                _heads = new[] { Linear(width, 10), Linear(width, 2 * width), Linear(2 * width, width) };
                InitializeParameters(width);
            }
        """));

    [Fact]
    public Task Members_of_general_types() => Verify(Sources.Class(
        "[Parameterize(BaseWidth = 64)] public partial class General",
        """
            private readonly Module<Tensor, Tensor> _stem;
            private readonly Module<Tensor, Tensor> _body;
            private readonly Module<Tensor, Tensor> _skip;
            private readonly System.Collections.Generic.List<Module<Tensor, Tensor>> _layers = new();

            public General([Width] long width, int depth, bool skips) : BASE
            {
                _stem = Linear(8, width);
                _body = Sequential(Linear(width, width), GELU());
                _skip = skips ? Linear(8, width) : Identity();
                for (int i = 0; i < depth; i++)
                {
                    _layers.Add(Linear(width, width));
                    _layers.Add(GroupNorm(8, width));
                    _layers.Add(GELU());
                }

                _layers.Add(Linear(width, 10));
                InitializeParameters();
            }
        """));

    [Fact]
    public Task Embedding_and_norm() => Verify(Sources.Class(
        "[Parameterize(BaseWidth = 64)] public partial class Normed",
        """
            private readonly Embedding _tokens;
            private readonly LayerNorm _norm;
            private readonly Linear _readout;

            public Normed([Width] long width) : BASE
            {
                _tokens = Embedding(100, width);
                _norm = LayerNorm(width);
                _readout = Linear(width, 100, hasBias: false);
                InitializeParameters();
            }
        """));

    [Fact]
    public Task Norms_that_TorchSharp_leaves_unset() => Verify(Sources.Class(
        "[Parameterize(BaseWidth = 64)] public partial class Grouped",
        """
            private readonly GroupNorm _first;
            private readonly ModuleList<GroupNorm> _norms;
            private readonly Linear _readout;

            public Grouped([Width] long width) : BASE
            {
                _first = GroupNorm(4, width);
                _norms = new ModuleList<GroupNorm>(GroupNorm(4, width), GroupNorm(4, width));
                _readout = Linear(width, 100);
                InitializeParameters();
            }
        """));

    [Fact]
    public Task Sizes_that_are_computed() => Verify(Sources.Class(
        "[Parameterize(BaseWidth = 64)] public partial class Gated",
        """
            private readonly Embedding _words;
            private readonly Linear _gate, _up, _down;
            private readonly ModuleList<Linear> _narrow = new();

            public Gated([Width] long width) : BASE
            {
                var hidden = (8 * width / 3 + 7) / 8 * 8;
                var root = (long)System.Math.Sqrt(40 * width);
                _words = Embedding(100, width);
                _gate = Linear(width, hidden, hasBias: false);
                _up = Linear(width, hidden, hasBias: false);
                _down = Linear(hidden, width, hasBias: false);
                _narrow.Add(Linear(width, root));
                InitializeParameters();
            }
        """));

    [Fact]
    public Task Parameters_and_a_width_without_witness() => Verify(Sources.Class(
        "[Parameterize(BaseWidth = 64)] public partial class Bare",
        """
            [Input] private readonly Parameter _position;
            [Hidden(InitStd = 0.02)] private readonly Parameter _mix;
            [Output] private readonly Parameter _query;

            public Bare([Width] long width) : BASE
            {
                _position = new Parameter(randn(16, width));
                _mix = new Parameter(randn(width, width));
                _query = new Parameter(randn(width, 1));
                InitializeParameters(width);
            }
        """));

    [Fact]
    public Task Properties() => Verify(Sources.Class(
        "[Parameterize(BaseWidth = 64)] public partial class Properties",
        """
            [Input] public Linear Embed { get; }
            [Output] public Linear Linear { get; private set; } = null!;

            public Properties([Width] int width) : BASE
            {
                Embed = nn.Linear(8, width);
                Linear = nn.Linear(width, 2);
                InitializeParameters();
            }
        """));

    [Fact]
    public Task Nested_and_generic() => Verify($$"""
        {{Subjects.Usings}}
        namespace Models.@event;

        public partial class Outer<TInput>
        {
            private partial record Middle
            {
                [Parameterize(BaseWidth = 64)]
                internal partial class Inner<TOutput> : Module<Tensor, Tensor>
                    where TOutput : class
                {
                    private readonly Linear @class;

                    public Inner([Width] long width) : base("inner")
                    {
                        @class = Linear(8, width);
                        InitializeParameters();
                    }

                    public override Tensor forward(Tensor x) => Class(x);
                }
            }
        }
        """);

    [Fact]
    public Task Baseline() => Verify(Subjects.Usings + Sources.MlpCalled("Plain", "Baseline = true, BaseWidth = 64"));

    [Fact]
    public Task Unscaled_members() => Verify(Sources.Class(
        "[Parameterize(BaseWidth = 64)] public partial class Frozen",
        """
            [Unscaled] private readonly Embedding _codes;
            [Unscaled] private readonly Conv2d _filter;
            [Unscaled] private readonly Parameter _temperature;
            private readonly Dropout _dropout;
            private readonly Linear _embed;

            public Frozen([Width] long width) : BASE
            {
                _codes = Embedding(100, 8);
                _filter = Conv2d(1, 1, 3);
                _temperature = new Parameter(ones(1));
                _dropout = Dropout(0.1);
                _embed = Linear(8, width);
                InitializeParameters();
            }
        """));

    [Fact]
    public Task Defaults_of_the_assembly() => GeneratedCode.Verify(
        Subjects.Generator,
        [
            """
            using Parameterize;

            [assembly: ParameterizeDefaults(BaseWidth = 128, Gauge = Gauge.TensorPrograms, Richness = 0.25, Gamma = 2, DecayExponent = 0.5)]
            """,
            Subjects.Usings + Sources.MlpCalled("Mlp", ""),
        ],
        ignore: GeneratedModels.IsShared);

    private static Task Verify(
        string source, (string, object?)? parameter = null, [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        GeneratedCode.Verify(
            Subjects.Generator, source, parameter is { } given ? [given] : null, GeneratedModels.IsShared, method: method);
}
