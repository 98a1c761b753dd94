namespace Parameterize.Generators.Tests;

/// <summary>Classes with heads, depth, tied weights and models inside.</summary>
internal static class ArchitectureSources
{
    /// <summary>A decoder of blocks, its readout tied to its embedding.</summary>
    public const string Decoder = Subjects.Usings + """

        [Parameterize(BaseWidth = 64, DepthExponent = 0.5)]
        public sealed partial class Block : Module<Tensor, Tensor>
        {
            private readonly LayerNorm _norm;
            [Hidden(ZeroInit = true)] private readonly Linear _query;
            private readonly Linear _key;
            private readonly Linear _value;
            private readonly GRU _memory;

            public Block([Width] long width, [HeadWidth(Base = 16)] long headWidth, [Depth(Base = 2)] long depth) : base("Block")
            {
                _norm = LayerNorm(width);
                (_query, _key, _value) = (Project(width), Project(width), Project(width));
                _memory = GRU(width, width, bias: false);
                InitializeParameters(headWidth, depth);
            }

            private static Linear Project(long width) => Linear(width, width, false);

            public override Tensor forward(Tensor x)
            {
                var mixed = functional.scaled_dot_product_attention(Query(Norm(x)) * FusedQueryScale, Key(x), Value(x));
                return x + _memory.call(mixed, null!).Item1 * ResidualScale;
            }
        }

        [Parameterize(BaseWidth = 64, DepthExponent = 0.5)]
        public sealed partial class Decoder : Module<Tensor, Tensor>
        {
            private readonly Embedding _words;
            private readonly ModuleList<Block> _blocks = new();
            [Output(TiedTo = nameof(_words))] private readonly Linear _readout;

            public Decoder([Width] long width, long depth) : base("Decoder")
            {
                _words = Embedding(100, width);
                for (long i = 0; i < depth; i++)
                {
                    _blocks.append(new Block(width, 16, depth));
                }

                _readout = Linear(width, 100, false);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x)
            {
                var stream = Words(x);
                foreach (var block in _blocks)
                {
                    stream = block.call(stream);
                }

                return Readout(stream);
            }
        }
        """;

    /// <summary>A convolutional network as one sequence, its trunk made by a helper, with a model inside.</summary>
    public const string Sequences = Subjects.Usings + """

        [Parameterize(BaseWidth = 16)]
        public sealed partial class Residual : Module<Tensor, Tensor>
        {
            private readonly Conv2d _inner;

            public Residual([Width] long width) : base("Residual")
            {
                _inner = Conv2d(width, width, 3, padding: 1);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => x + Inner(x);
        }

        [Parameterize(BaseWidth = 16)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Sequential _trunk;
            private readonly Linear _readout;

            public Net([Width] long width, Generator? generator = null) : base("Net")
            {
                _trunk = Trunk(width);
                _readout = Linear(4 * width, 10);
                InitializeParameters(generator);
            }

            private static Sequential Trunk(long width) => Sequential(
                ("see", Sequential(Conv2d(3, width, 3, padding: 1), GroupNorm(1, width), ReLU())),
                ("residual", new Residual(width)),
                ("shrink", AdaptiveAvgPool2d(2)),
                ("flatten", Flatten()),
                ("mix", Linear(4 * width, 4 * width)));

            public override Tensor forward(Tensor x) => Readout(functional.relu(_trunk.call(x)));
        }
        """;

    /// <summary>Three widths and a depth on the constructor's parameters, and no attribute on any member.</summary>
    public const string FourAxes = Subjects.Usings + """

        [Parameterize(BaseWidth = 64)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Embedding _embed;
            private readonly LayerNorm _norm;
            private readonly ModuleList<Linear> _expand = new();
            private readonly ModuleList<Linear> _contract = new();
            private readonly Linear _compress;
            private readonly Linear _latent;
            private readonly LayerNorm _latentNorm;
            private readonly Linear _readout;
            private readonly Linear _head;

            public Net([Width] long model, [Width(Base = 256)] long inner, [Width(Base = 16)] long latent, [Depth(Base = 2)] int depth) : base("Net")
            {
                const long vocabulary = 50;
                var (wide, narrow) = (Wide: inner, Narrow: latent);
                _embed = Embedding(vocabulary, model);
                _norm = LayerNorm(model);
                for (var i = 0; i < depth; i++)
                {
                    _expand.append(Linear(model, wide));
                    _contract.append(Linear(wide, model));
                }

                _compress = Make(model, narrow);
                _latent = Make(narrow, 2 * narrow);
                _latentNorm = LayerNorm(2 * narrow);
                _readout = Linear(2 * narrow, vocabulary);
                _head = Linear(vocabulary, 3);
                InitializeParameters(depth);
            }

            private static Linear Make(long from, long to) => Linear(from, to);

            public override Tensor forward(Tensor x)
            {
                var stream = Embed(x);
                for (var i = 0; i < _expand.Count; i++)
                {
                    stream = stream + Contract(i, Expand(i, Norm(stream))) * ResidualScale;
                }

                return Head(Readout(LatentNorm(Latent(Compress(stream)))));
            }
        }
        """;
}
