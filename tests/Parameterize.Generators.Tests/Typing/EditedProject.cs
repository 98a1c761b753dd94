namespace Parameterize.Generators.Tests.Typing;

/// <summary>A file with places that have several texts each: <c>«one|another»</c>.</summary>
internal sealed record EditedFile(string Path, string Template);

/// <summary>
/// A project whose models depend on other files in every way that a reading follows: helpers, constants, options, bases, blocks, partial
/// parts, defaults of the assembly, namespaces. Some texts are broken, as code is while it is typed.
/// </summary>
internal static class EditedProject
{
    private const string Usings = Subjects.Usings;

    public static IReadOnlyList<EditedFile> Files { get; } =
    [
        new("Mlp.cs", Usings + """
            namespace «Models|Models.Inner»;

            [Parameterize«|(Richness = 0.25)|(Gauge = Gauge.LearningRate)|(»]
            public sealed partial class Mlp : Module<Tensor, Tensor>
            {
                private readonly Linear _embed, _mix, _readout;

                public Mlp([Width] long width) : base(nameof(Mlp))
                {
                    _embed = Layers.Make(«32|width», width);
                    _mix = Layers.Make(width, «width|2 * width / 2|Sizes.Twice(width)|Sizes.Of»);
                    _readout = Linear(width, Sizes.Classes);
                    InitializeParameters();
                }

                public override Tensor forward(Tensor x) => Readout(«Mix(Embed(x))|functional.gelu(Mix(Embed(x)))|Mix(»);
            }
            """),
        new("Layers.cs", Usings + """
            «namespace Models;|namespace Models.Inner;»

            «internal|public» static class Layers
            {
                public static Linear Make(long fanIn, long fanOut) «=> Linear(fanIn, fanOut);|=> Linear(fanIn, Wider(fanOut));|{ var size = fanOut; return Linear(fanIn, size, hasBias: false); }|=> Linear(fanOut, fanIn);|=> »

                private static long Wider(long size) => «size|2 * size|64|size + 0»;
            }
            """),
        new("Sizes.cs", """
            «namespace Models;|namespace Models.Inner;»

            public static class Sizes
            {
                public const int Classes = «10|12|Other.Number»;

                public static readonly int Blocks = «2|3»;

                public static long Twice(long size) => «2 * size|size|size * Other.Number»;
            }

            public static class Other
            {
                public const int Number = «7|8»;
            }
            """),
        new("Options.cs", """
            namespace Models;

            public record Shape(int Width = 64, int Layers = «2|3»)
            {
                public int Inner => «4 * Width|2 * Width|256»;

                public int Half { get; init; } «= 32;|= 16;|»

                public int Kept { get => «field|Width»; init; }
            }
            """),
        new("Encoder.cs", Usings + """
            namespace Models;

            [Parameterize]
            public sealed partial class Encoder : «Module<Tensor, Tensor>|Stem»
            {
                private readonly ModuleList<Block> _blocks = new();
                private readonly Linear _in«, _extra|», _out;

                public Encoder([Width] int width, Shape shape) : base(«nameof(Encoder)|nameof(Encoder) + "1"»)
                {
                    _in = Linear(shape.Half, width);
                    «_extra = Linear(width, width);|»
                    for (var i = 0; i < Sizes.Blocks; i++)
                    {
                        _blocks.Add(new Block(width, «4 * width|2 * width|shape.Inner»));
                    }

                    _out = Linear(width, Sizes.Classes);
                    InitializeParameters();
                }

                public override Tensor forward(Tensor x) => Out(In(x));
            }
            """),
        new("Block.cs", Usings + """
            namespace Models;

            «[Parameterize]|[Parameterize(Richness = 0.5)]|»
            public sealed partial class Block : Module<Tensor, Tensor>
            {
                private readonly Linear _up, _down;

                public Block([Width«|(Base = 32)»] int width, «[Width(Base = 256)]|[Width]|» int inner) : base(nameof(Block))
                {
                    Build(width, inner, out _up, out _down);
                    InitializeParameters();
                }

                public override Tensor forward(Tensor x) => x + Down(functional.relu(Up(x)));

                static partial void Noted(int width)«;| { }»
            }
            """),
        new("Block.Parts.cs", Usings + """
            namespace Models;

            partial class Block
            {
                private static void Build(int width, int inner, out Linear up, out Linear down)
                {
                    up = Linear(«width|inner», inner);
                    down = Linear(inner, «width|width + 0|inner»);
                }

                static partial void Noted(int width);
            }
            """),
        new("Stem.cs", Usings + """
            namespace Models;

            public abstract class Stem : Module<Tensor, Tensor>
            {
                «protected readonly ReLU _act = ReLU();|protected readonly Linear _norm = Linear(3, 3);|»

                protected Stem(string name) : base(name) { «|_ = name;»}
            }
            """),
        new("Defaults.cs", """
            «|[assembly: Parameterize.ParameterizeDefaults(Richness = 0.1)]|[assembly: Parameterize.ParameterizeDefaults(BaseWidth = 32)]»
            «|global using Wide = System.Int64;|#nullable disable»
            """),
        new("Unrelated.cs", """
            «|// a comment|#if DEBUG|using System;»
            public static class Unrelated
            {
                public static int Sum(int a, int b) «=> a + b;|=> a - b;|{ return a; }|{»
            }
            """),
    ];
}
