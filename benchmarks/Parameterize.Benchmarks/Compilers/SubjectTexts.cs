namespace Parameterize.Benchmarks.Compilers;

/// <summary>The classes that generators are measured on.</summary>
internal static class SubjectTexts
{
    public const string Readme = """
        using Parameterize;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Models;

        [Parameterize]
        public sealed partial class NAME : Module<Tensor, Tensor>
        {
            private readonly Linear _embed, _mix, _readout;

            public NAME([Width] long width) : base(nameof(NAME))
            {
                _embed = Linear(32, width);
                _mix = Linear(width, width);
                _readout = Linear(width, 10);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Readout(functional.gelu(Mix(functional.gelu(Embed(x)))));

            private static int Other() => 0 + 0;
        }
        """;

    public const string Blocks = """
        using Parameterize;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Models;

        public sealed record NAMEOptions(int Width = 64, int Blocks = 4, int Classes = 10)
        {
            public int Inner => 4 * Width;
        }

        [Parameterize]
        public sealed partial class NAMEBlock : Module<Tensor, Tensor>
        {
            private readonly LayerNorm _norm;
            private readonly Linear _up, _down;

            public NAMEBlock([Width] long width, long inner) : base(nameof(NAMEBlock))
            {
                _norm = LayerNorm(width);
                _up = Layer(width, 4 * width);
                _down = Layer(4 * width, width);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => x + Down(functional.gelu(Up(Norm(x))));

            private static Linear Layer(long fanIn, long fanOut) => Linear(fanIn, fanOut, hasBias: false);
        }

        [Parameterize]
        public sealed partial class NAME : Module<Tensor, Tensor>
        {
            private readonly Linear _embed, _readout;
            private readonly ModuleList<NAMEBlock> _blocks = new();

            public NAME([Width] int width, NAMEOptions options) : base(nameof(NAME))
            {
                _embed = Linear(32, width);
                for (var i = 0; i < options.Blocks; i++)
                {
                    _blocks.Add(Block(width));
                }

                _readout = Head(width, options.Classes);
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

            private static NAMEBlock Block(int width) => new(width, 4L * width);

            private static Linear Head(int width, int classes)
            {
                var fanIn = width;
                return Linear(fanIn, classes);
            }

            private static int Other() => 0 + 0;
        }
        """;

    public const string Json = """
        using System.Text.Json.Serialization;

        namespace Models;

        public sealed class NAME
        {
            public string Name { get; set; } = "";
            public int Count { get; set; }
            public double Size { get; set; }
            public bool IsOpen { get; set; }
            public string[] Tags { get; set; } = [];
            public System.DateTime Time { get; set; }

            private static int Other() => 0 + 0;
        }

        [JsonSerializable(typeof(NAME))]
        internal sealed partial class NAMEContext : JsonSerializerContext;
        """;

    public const string Mvvm = """
        using CommunityToolkit.Mvvm.ComponentModel;

        namespace Models;

        public sealed partial class NAME : ObservableObject
        {
            [ObservableProperty] private string _name = "";
            [ObservableProperty] private int _count;
            [ObservableProperty] private double _size;
            [ObservableProperty] private bool _isOpen;
            [ObservableProperty] private string[] _tags = [];
            [ObservableProperty] private System.DateTime _time;

            private static int Other() => 0 + 0;
        }
        """;
}
