using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.Analyzers.Tests;

/// <summary>Classes of every shape: what is right is silent and its generated part compiles without a warning.</summary>
public sealed class ClassShapeTests
{
    [Fact]
    public Task Nested_in_generic_classes_structs_and_records() => AssertFine(Source.Usings + """
        namespace Deep.@event
        {
            public partial class Outer<T> where T : notnull
            {
                internal partial struct Middle
                {
                    internal partial record Inner<@class>
                    {
                        internal partial interface IHolder
                        {
                            [Parameterize(BaseWidth = 64)]
                            public sealed partial class Mlp<TKey, TValue> : Module<Tensor, Tensor> where TKey : struct
                            {
                                private readonly Linear _mix;

                                public Mlp([Width] long width) : base("Mlp")
                                {
                                    _mix = Linear(width, width);
                                    InitializeParameters();
                                }

                                public override Tensor forward(Tensor x) => Mix(x);
                            }
                        }
                    }
                }
            }
        }
        """);

    [Fact]
    public Task In_a_file_scoped_namespace() => AssertFine(
        Source.Initialized(forward: "Mix(x)")
            .Replace("[Parameterize(", "namespace Models.Small;\n\n[Parameterize(", StringComparison.Ordinal));

    [Fact]
    public Task In_the_global_namespace_inside_another_assembly_s_names() => AssertFine(
        Source.Initialized(forward: "Mix(x)", more: "namespace System.Linq { public class Mlp { } }"));

    [Fact]
    public Task Two_classes_that_differ_in_case_only() => AssertFine(
        Source.Initialized(header: "sealed partial class Mlp")
        + Source.Initialized(header: "sealed partial class MLP", constructor: "MLP([Width] long width)")[Source.Usings.Length..]);

    [Fact]
    public Task Keyword_names() => AssertFine(Source.Initialized(
        header: "sealed partial class @class",
        members: "private readonly Linear @params;\nprivate readonly Linear @for;\nprivate readonly Linear[] @switch;",
        build: "@params = Linear(8, @long);\n@for = Linear(@long, 8);\n@switch = new[] { Linear(@long, @long) };",
        constructor: "@class([Width] long @long)",
        forward: "For(Switch(0, Params(x)))"));

    [Theory]
    [InlineData("x")]
    [InlineData("@double")]
    public Task Widths_that_no_shape_shows(string name) => AssertFine(Source.Model(
        members: "private readonly ModuleList<Linear> _layers = new();",
        build: $"_layers.Add(Linear({name}, {name}));\nInitializeParameters({name});",
        constructor: $"Mlp([Width] long {name})"));

    [Fact]
    public Task A_width_named_as_its_own_symbol() => AssertFine(
        Source.Initialized(build: "_mix = Linear(n, n);", constructor: "Mlp([Width] long n)", forward: "Mix(x)"));

    [Fact]
    public Task Properties_of_every_form() => AssertFine(Source.Initialized(
        members: "public Linear Embed { get; }\ninternal Linear Mixer { get; private set; }\nprotected Linear last { get; init; }\n"
            + "public long Width => Embed.weight.shape[0];",
        header: "partial class Mlp",
        build: "Embed = Linear(8, width);\nMixer = Linear(width, width);\nlast = Linear(width, 8);",
        forward: "Last(MixerForward(EmbedForward(x)))"));

    [Fact]
    public Task Lists_of_every_form() => AssertFine(Source.Initialized(
        members: """
            private readonly Linear _first;
            private readonly Linear[] _array;
            private readonly List<Linear> _list = new();
            private readonly IReadOnlyList<Embedding> _tables;
            private readonly ModuleList<Linear> _modules;
            private readonly ModuleList<LayerNorm> _norms = new();
            """,
        build: """
            _first = Linear(8, width);
            _array = new[] { Linear(width, width), Linear(width, width) };
            for (int i = 0; i < 3; i++)
            {
                _list.Add(Linear(width, width));
                _norms.Add(LayerNorm(width));
            }
            _tables = new List<Embedding> { Embedding(100, width) };
            _modules = new ModuleList<Linear>(Linear(width, 4 * width), Linear(width, 4 * width));
            """,
        forward: "Modules(0, Norms(0, List(1, Array(0, First(x))))) + Tables(0, x)"));

    [Fact]
    public Task Locals_arithmetic_named_and_reordered_arguments() => AssertFine(Source.Initialized(
        members: "private readonly Linear _up;\nprivate readonly Linear _down;\nprivate readonly Linear _half;",
        build: """
            const int heads = 4;
            var inner = 4 * width;
            long half = inner / (2 * heads) * heads;
            _up = Linear(outputSize: inner, inputSize: width);
            _down = Linear(hasBias: false, inputSize: inner, outputSize: 10);
            _half = Linear(half, (int)width + width);
            """,
        forward: "Down(Up(x)) + Half(x)")
            .Replace("outputSize", Name(1), StringComparison.Ordinal)
            .Replace("inputSize", Name(0), StringComparison.Ordinal));

    [Fact]
    public Task A_bias_that_the_compiler_cannot_tell() => AssertFine(Source.Initialized(
        build: "_mix = Linear(width, width, hasBias: bias);", constructor: "Mlp([Width] long width, bool bias)", forward: "Mix(x)"));

    [Fact]
    public Task Several_constructors_that_chain() => AssertFine(Source.Initialized(
        members: "private readonly Linear _mix;\n\npublic Mlp() : this(64) { }\n\npublic Mlp(string text) : this(text.Length) { }",
        forward: "Mix(x)"));

    [Fact]
    public Task A_base_class_with_layers_is_scaled_with_the_rest() => AssertFine(Source.Initialized(
        members: "private readonly Linear _mix;", forward: "Mix(x)", more: "")
            .Replace(": Module<Tensor, Tensor>", ": Base", StringComparison.Ordinal) + """

        public abstract class Base : Module<Tensor, Tensor>
        {
            [Unscaled] protected readonly Linear Head = Linear(8, 8);

            protected Base(string name) : base(name) { }
        }
        """);

    [Theory]
    [InlineData("_linear")]
    [InlineData("_embedding")]
    [InlineData("Linear")]
    public Task A_generated_forward_hides_no_factory_of_TorchSharp(string name) => AssertFine(Source.Initialized(
        members: $"private readonly {(name == "_embedding" ? "Embedding" : "Linear")} {name};",
        build: $"{name} = {(name == "_embedding" ? "Embedding(9, width)" : "nn.Linear(width, width)")};",
        forward: $"{(name == "_embedding" ? "Embedding" : "Linear")}Forward(x)"));

    [Theory]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp13)]
    public void Generated_code_compiles_from_C_sharp_10_on(LanguageVersion version) =>
        OutputIsClean.Assert(Subject.Under(Subject.Setup.At(version)), Source.Initialized(forward: "Mix(x)"));

    [Fact]
    public Task A_record_cannot_be_a_module() => Subject.Analyzers.Verify(Source.Usings + """
        [Parameterize(BaseWidth = 64)]
        public partial record {|PMZ0002:Settings|}([Width] long Width);
        """);

    [Fact]
    public async Task Without_TorchSharp_it_is_no_module_and_nothing_is_generated()
    {
        var test = Subject.With(Subject.Setup with { References = [.. ReferenceAssemblies.Framework, Subject.Package] });
        var source = Source.Initialized();
        var reported = await Reported.By(test, source);
        Assert.Contains(reported, diagnostic => diagnostic.Id == "PMZ0002");
        Assert.Empty(Parts.Of(GeneratorHarness.Run(test.Generator!, source)));
    }

    [Fact]
    public async Task Without_the_package_nothing_is_said_and_nothing_is_generated()
    {
        var test = Subject.With(Subject.Setup with { References = [.. ReferenceAssemblies.Framework, Subject.TorchSharp] });
        var source = Source.Initialized();
        Assert.All(await Reported.By(test, source), diagnostic => Assert.StartsWith("CS", diagnostic.Id, StringComparison.Ordinal));
        Assert.Empty(Parts.Of(GeneratorHarness.Run(test.Generator!, source)));
    }

    private static async Task AssertFine(string source)
    {
        await Subject.Analyzers.Verify(source);
        var outcome = GeneratorHarness.Run(Subject.Generator, source);
        Assert.NotEmpty(Parts.Of(outcome));
        OutputIsClean.Assert(outcome);
    }

    // The names differ between versions of TorchSharp; what counts is the position.
    private static string Name(int ordinal) => typeof(TorchSharp.torch.nn).GetMethods()
        .First(method => method.Name == "Linear").GetParameters()[ordinal].Name!;
}
