namespace Parameterize.Analyzers.Tests.Kit;

/// <summary>Good sources that use all that the package has; the fuzz breaks them, and writes them otherwise.</summary>
internal static class FuzzSeeds
{
    public static readonly string[] All =
    [
        Source.Initialized(forward: "Mix(x)"),
        Source.Model(
            members: "[Input] private readonly Embedding _table;\nprivate readonly List<Linear> _layers = new();\n"
                + "[Output(ZeroInit = true)] public Linear Head { get; }",
            build: "_table = Embedding(100, width);\nfor (int i = 0; i < 2; i++)\n    _layers.Add(Linear(width, 4 * width));\n"
                + "Head = Linear(4 * width, 10);\nInitializeParameters(r, g);",
            attribute: "Parameterize(BaseWidth = 32, Gauge = Gauge.LearningRate)",
            constructor: "Mlp([Width] int width, [Richness] double r, [Gamma] double g)",
            forward: "HeadForward(Layers(1, Layers(0, Table(x))))"),
        Source.Initialized(
            members: "private readonly LayerNorm _norm;\n[Unscaled] private readonly Linear _last;\n"
                + "[Input(InitStd = 0.02)] private readonly Parameter _scale;",
            build: "var inner = width / 2;\n_norm = LayerNorm(inner);\n_last = Linear(8, 8);\n_scale = new Parameter(ones(inner));",
            attribute: "assembly: ParameterizeDefaults(Gamma = 2)]\n[Parameterize(Richness = 0.25)",
            constructor: "Mlp([Width(Base = 16)] long width)",
            more: "public static class Use\n{\n    public static void Run(Mlp m) { using var o = optim.AdamW(m.parameters()); }\n}"),
        Source.Initialized(header: "sealed partial class Mlp<T>", forward: "_mix.call(x)"),
        Source.Initialized(
            members: "private readonly Embedding _words;\nprivate readonly ModuleList<Block> _blocks = new();\n"
                + "[Output(TiedTo = nameof(_words))] private readonly Linear _readout;\n"
                + "[Hidden(FanIn = 0, FanOut = 1)] private readonly Parameter _own;",
            build: "var (wide, heads) = Sizes(shape);\n_words = Embedding(9, wide);\nforeach (var k in new[] { 1, 2 })\n"
                + "    _blocks.append(new Block(shape.Width, 16, shape.Depth));\n_readout = Linear(wide, 9, false);\n"
                + "_own = new Parameter(randn(wide, wide * heads));",
            constructor: "Mlp(Shape shape)",
            more: """
                public sealed record Shape([Width] long Width, int Depth);

                [Parameterize(BaseWidth = 64)]
                public sealed partial class Block : Module<Tensor, Tensor>
                {
                    private readonly MultiheadAttention _attention;
                    private readonly Linear _key;

                    public Block([Width] long width, [HeadWidth(Base = 16)] long head, [Depth(Base = 2)] long depth) : base("Block")
                    {
                        System.Func<long, Linear> make = size => Linear(size, size);
                        _attention = MultiheadAttention(width, width / 16);
                        _key = make(width);
                        InitializeParameters(head, depth);
                    }

                    public override Tensor forward(Tensor x) => x + Key(x) * ResidualScale * AttentionScale;
                }
                """)
            .Replace(
                "public override Tensor forward(Tensor x) => x;",
                "private static (long Wide, int Heads) Sizes(Shape shape) => (shape.Width, 4);\n\n"
                    + "    public override Tensor forward(Tensor x) => Readout(Words(x));", StringComparison.Ordinal),
        Source.Initialized(
            members: "private readonly Sequential _net;\nprivate readonly Linear _readout;",
            build: "var inner = Sequential(Linear(width, 2 * width), GELU());\ninner.append(Linear(2 * width, width));\n"
                + "_net = Sequential((\"embed\", Linear(8, width)), (\"norm\", LayerNorm(width)), (\"inner\", inner));\n"
                + "_readout = Linear(width, 10);",
            forward: "Readout(_net.call(x))"),
        Source.Model(
            members: "private readonly Linear[] _layers;\nprivate readonly List<Embedding> _tables;\n\n"
                + "public Mlp(Encoder encoder, Decoder decoder, string name) : this(encoder, decoder) { }",
            build: "_layers = new[] { Linear(encoder.Width, decoder.Width) };\n_tables = new() { Embedding(9, encoder.Width) };\n"
                + "InitializeParameters(encoder.Width, decoder.Width);",
            constructor: "Mlp(Encoder encoder, Decoder decoder)",
            forward: "Layers(0, Tables(0, x))",
            more: "public record Encoder([Width] long Width);\n"
                + "public class Decoder { [Width(Base = 16)] public long Width { get; init; } }"),
        "using L = TorchSharp.Modules.Linear;\nusing Scaled = Parameterize.ParameterizeAttribute;\n" + Source.Initialized(
            members: "private readonly L? _mix;\n[Hidden] private readonly List<L?>? _more;\nprivate readonly GroupNorm? _norm;\n"
                + "[Unscaled] private readonly L _frozen = nn.Linear(8, 8);",
            build: "_norm = GroupNorm(2, width);\nif (_norm is not null)\n{\n    _frozen.train();\n}\n\n_mix = nn.Linear(width, width);\n"
                + "_more = new() { nn.Linear(width, width) };",
            forward: "_norm is null ? Mix(x) : Norm(Mix(x))")
            .Replace("[Parameterize(BaseWidth = 64)]", "[Scaled(BaseWidth = 64)]", StringComparison.Ordinal)
            .Replace("InitializeParameters();", "InitializeParameters(width);", StringComparison.Ordinal),
        Source.Usings + """
            namespace Models.Small
            {
                public partial class Outer<TKey>
                {
                    public partial interface IHolder { Linear Layer { get; } }

                    [Parameterize(BaseWidth = 64, Gauge = Gauge.Multiplier)]
                    internal sealed partial class Inner : Module<Tensor, Tensor>, IHolder
                    {
                        public Linear Embed { get; }
                        protected internal Linear L { get; private set; }
                        [Unscaled] Linear IHolder.Layer { get; } = Linear(8, 8);

                        public Inner([Width] long width, [Depth(Base = 2)] int depth) : this(width, depth, 0.5) { }

                        public Inner([Width] long width, [Depth(Base = 2)] int depth, [Richness] double r) : base("Inner")
                        {
                            Embed = Linear(8, width);
                            L = Linear(width, width);
                            Finish(depth, r);
                        }

                        private void Finish(int depth, double r) => InitializeParameters(depth, r);

                        public override Tensor forward(Tensor x) => x + LForward(EmbedForward(x)) * ResidualScale;
                    }
                }
            }

            """,
    ];
}
