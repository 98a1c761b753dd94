namespace Parameterize.Generators.Tests;

/// <summary>Valid code that is seldom written: what is generated for it compiles without a warning.</summary>
public class OddSourceTests
{
    private const string NoWitness = "private readonly Linear[] _layers;";

    [Fact]
    public void Class_called_like_the_shared_file() => AssertSound(
        "namespace Parameterize\n{\n" + Mlp("TorchSupport") + "\n}\n" + Mlp("Optimizers") + "public partial class Outer\n{\n"
            + Mlp("Optimizers") + "\n}");

    [Fact]
    public void Name_with_marks_that_no_file_may_have() => AssertSound(Mlp("M\u0301") + Mlp("M\u203F"));

    [Theory]
    [InlineData("Encoder encoder, Decoder decoder", "encoder.Width", "decoder.Width")]
    [InlineData("Encoder encoder, [Width] long width", "encoder.Width", "width")]
    [InlineData("[Width] long a, [Width] long A", "a", "A")]
    [InlineData("[Width] long a2, [Width] long a, [Width] long A", "a", "A", "a2")]
    public void Widths_of_one_name(string parameters, string @in, string @out, string arguments = "") => AssertSound($$"""
        public record Encoder([Width] long Width);
        public record Decoder([Width] long Width);

        {{Mlp(
            "Seen", "private readonly Linear _in;\nprivate readonly Linear _out;", parameters,
            $"_in = Linear(8, {@in}); _out = Linear({@out}, 8);", arguments)}}
        """);

    [Fact]
    public void Widths_of_one_name_that_no_shape_shows() => AssertSound($$"""
        public record Encoder([Width] long Width);
        public record Decoder([Width] long Width);

        {{Mlp(
            "Unseen", NoWitness, "Encoder encoder, Decoder decoder", "_layers = new[] { Linear(encoder.Width, decoder.Width) };",
            "encoderWidth: encoder.Width, decoderWidth: decoder.Width")}}
        """);

    [Theory]
    [InlineData("[Width] long n, [Richness] double nValue", "n, nValue", "n")]
    [InlineData(
        "[Width] long _parameterization, [Richness] double _layersMultiplier", "_parameterization, _layersMultiplier", "_parameterization")]
    [InlineData(
        "[Width] long RegisterComponents, [Richness] double nameof, [Gamma] double Scaling", "RegisterComponents, nameof, Scaling",
        "RegisterComponents")]
    [InlineData("[Width] long Layers, [Richness] double layer, [Gamma] double layerValue", "Layers, layer, layerValue", "Layers")]
    [InlineData("[Width] long generator, [Richness] double tensors, [Gamma] double name", "generator, tensors, name", "generator")]
    public void Parameters_called_like_what_is_generated(string parameters, string arguments, string width) =>
        AssertSound(Mlp("Odd", NoWitness, parameters, $"_layers = new[] {{ Linear({width}, {width}) }};", arguments));

    [Fact]
    public void Constructors_that_hand_on_a_width() => AssertSound($$"""
        public record Shape([Width] long Width);

        {{Mlp(
            "Chained",
            NoWitness
                + "\npublic Chained(Shape shape) : this(shape.Width) { }\n"
                + "public Chained([Width] long wide, int depth) : this(depth * 0 + wide) { }\n"
                + "public Chained([Width] int small, string name) : this(small) { }", "[Width] long width",
                "_layers = new[] { Linear(width, width) };", "width")
            .Replace("depth * 0 + wide", "(wide)", StringComparison.Ordinal)}}
        """);

    [Fact]
    public void Property_called_like_a_symbol() => AssertSound(Mlp(
        "Lettered",
        "public Linear L { get; }\npublic Linear n { get; }\nprivate readonly Linear d;",
        "[Width] long width, [HeadWidth(Base = 2)] int heads, [Depth(Base = 2)] int depth",
        "L = Linear(width, width); n = Linear(width, width); d = Linear(width, width);",
        "heads, depth"));

    [Fact]
    public void Explicit_property_of_an_interface_that_is_left_alone() => AssertSound(
        "public interface IHolder { Linear Layer { get; } }\n"
        + Mlp(
            "Holder", "private readonly Linear _mix;\n[Unscaled] Linear IHolder.Layer { get; } = Linear(8, 8);",
            build: "_mix = Linear(width, width);")
            .Replace(": Module<Tensor, Tensor>", ": Module<Tensor, Tensor>, IHolder", StringComparison.Ordinal));

    [Fact]
    public void Class_called_var_and_a_method_called_nameof() => AssertSound($$"""
        {{Mlp(
            "Shadowed",
            "private readonly GroupNorm[] _norms;\nprivate readonly Linear _mix;\nprivate readonly Block _block;\n"
                + "private static string nameof(double value) => \"\";\nprivate sealed class @var { }",
            "[Width] long width, [Richness] double r",
            "_norms = new[] { GroupNorm(2, width) }; _mix = Linear(width, width); _block = new Block(width, r);",
            "r")}}
        {{Mlp("Block", parameters: "[Width] long width, [Richness] double r", arguments: "r")}}
        public class @var { }
        public class @_ { }
        """);

    [Fact]
    public void Layers_that_may_be_missing() => AssertSound(Mlp("Block") + Mlp(
        "Optional",
        """
        private readonly Linear? _mix;
        private readonly LayerNorm? _norm;
        private readonly GroupNorm? _group;
        private readonly Embedding? _words;
        private readonly List<Linear>? _list;
        private readonly List<Linear?> _holes;
        private readonly Linear?[]? _array;
        private readonly ModuleList<Linear>? _modules;
        private readonly List<GroupNorm?>? _groups;
        private readonly Sequential? _net;
        private readonly Block? _block;
        private readonly List<Block?>? _blocks;
        [Input] private readonly Parameter? _own;
        [Input] private readonly List<Parameter?>? _owns;
        [Unscaled] private readonly Linear? _frozen;
        [Output(TiedTo = nameof(_words))] private readonly Linear? _readout;
        """,
        build: """
        _mix = Linear(width, width);
        _norm = LayerNorm(width);
        _group = GroupNorm(2, width);
        _words = Embedding(9, width);
        _list = new() { Linear(width, width) };
        _holes = new() { Linear(width, width) };
        _array = new[] { Linear(width, width) };
        _modules = ModuleList(Linear(width, width));
        _groups = new() { GroupNorm(2, width) };
        _net = Sequential(Linear(width, width), Sequential(GroupNorm(2, width)));
        _block = new Block(width);
        _blocks = new() { new Block(width) };
        _own = new Parameter(ones(width));
        _owns = new() { new Parameter(ones(width)) };
        _frozen = Linear(8, 8);
        _readout = Linear(width, 9);
        """,
        arguments: "width"));

    [Fact]
    public void Obsolete_members_and_models() => AssertSound(
        "#pragma warning disable CS0612, CS0618\n[System.Obsolete]" + Mlp("Old") + Mlp(
            "Young", "[System.Obsolete(\"old\")] private readonly Linear _mix;\nprivate readonly Old _old;",
            build: "_mix = Linear(width, width); _old = new Old(width);"));

    [Fact]
    public void Assembly_that_complies_with_the_CLS() => AssertSound(
        "#pragma warning disable CS3001, CS3002, CS3009\n[assembly: System.CLSCompliant(true)]\n" + Mlp("Compliant"));

    [Fact]
    public void Class_in_lower_case() =>
        AssertSound(
            "#pragma warning disable CS8981\n" + Mlp("mlp")
                + Mlp("record").Replace("class record", "class @record", StringComparison.Ordinal));

    [Fact]
    public void Interface_with_variance_has_it_in_each_part()
    {
        // That a class in one is an error is the compiler's to say, once.
        var outcome = Run("public partial interface IBox<in T, out U>\n{\n" + Mlp("Inner") + "\n}");
        Assert.Contains(
            "partial interface IBox<in T, out U>",
            outcome.Sources.SelectMany(source => source).First(text => text.Contains("IBox", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Equal(["CS8427"], Errors(outcome));
    }

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    public void Model_inside_that_is_wrong_breaks_no_other_file(string access)
    {
        var inner = Mlp("Inner", build: "_mix = Linear(width, width + System.Environment.ProcessId);")
            .Replace("public partial class", access + " partial class", StringComparison.Ordinal);
        var outcome = Run(
            inner
                + Mlp(
                    "Outer", "private readonly Linear _mix;\nprivate readonly Inner _inner;",
                    build: "_mix = Linear(width, width); _inner = new Inner(width);"));
        Assert.Contains("Outer.g.cs", outcome.Sources.Select(source => source.Key));
        Assert.DoesNotContain("Inner.g.cs", outcome.Sources.Select(source => source.Key));
        Assert.Equal(["CS0103"], Errors(outcome));
        Assert.All(
            outcome.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning),
            diagnostic =>
                Assert.Equal("Source0.cs", diagnostic.Location.SourceTree?.FilePath));
    }

    [Theory]
    [InlineData("public record Shape([Width] long long Width, int Depth);", "Shape s")]
    [InlineData("public record Shape([Width] long, [Depth] int);", "Shape s, [Width] long width")]
    [InlineData("", "[Width] long long Width")]
    [InlineData("", "[Width] long, [Richness] double")]
    [InlineData("", "[Width] long width, [HeadWidth] int, [Depth] int, [Gamma] double")]
    public void Parameters_that_have_no_name_yet_throw_nothing(string more, string parameters) =>
        Run(more + Mlp("Typed", parameters: parameters));

    [Theory]
    [InlineData("file partial class M")]
    [InlineData("public partial class")]
    [InlineData("public partial class M<>")]
    [InlineData("public partial class M<T, T>")]
    [InlineData("file class Outer { } file partial class Outer")]
    public void Classes_that_can_have_no_part_throw_nothing(string header) =>
        Run(Mlp("M").Replace("public partial class M ", header + " ", StringComparison.Ordinal));

    [Theory]
    [InlineData("_layers = new(() { Linear(width, width) };")]
    [InlineData("_layers = new(new[] { }) { Linear(width, width) };")]
    [InlineData("_layers = new( () { [0] = Linear(width, width) };")]
    [InlineData("_layers = ?.Add(Linear(width, width));")]
    public void Initializers_in_the_making_throw_nothing(string build) =>
        Run(Mlp("Torn", "private readonly List<Linear?>? _layers;", build: build));

    private static GeneratorOutcome Run(string source) =>
        GeneratorHarness.Run(Subjects.Generator, Subjects.Usings + "using System.Collections.Generic;\n" + source);

    private static string[] Errors(GeneratorOutcome outcome) =>
    [
        .. outcome.Output.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Id)
            .Distinct(),
    ];

    private static void AssertSound(string source) =>
        GeneratedCode.AssertSound(Subjects.Generator, "using System.Collections.Generic;\n" + Subjects.Usings + source);

    private static string Mlp(
        string name,
        string members = "private readonly Linear _mix;",
        string parameters = "[Width] long width",
        string build = "_mix = Linear(width, width);",
        string arguments = "") => $$"""

        [Parameterize(BaseWidth = 64)]
        public partial class {{name}} : Module<Tensor, Tensor>
        {
            {{members}}

            public {{name}}({{parameters}}) : base("model")
            {
                {{build}}
                InitializeParameters({{arguments}});
            }

            public override Tensor forward(Tensor x) => x;
        }

        """;
}
