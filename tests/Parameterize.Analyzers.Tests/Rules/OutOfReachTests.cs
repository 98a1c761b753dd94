namespace Parameterize.Analyzers.Tests.Rules;

public sealed class OutOfReachTests : RuleTests
{
    private const string Advice =
        "hold each in a member of its own, or all in an array, a List, a ModuleList or a ModuleDict; mark it [Unscaled] if others "
            + "register them";

    public override string Id => "PMZ0032";

    public override string Hit =>
        Source.Model(members: "private readonly Linear _mix;\nprivate readonly (Linear, Linear) {|PMZ0032:_pair|};");

    public override string Message => $"'_pair' holds layers in a '(Linear, Linear)', which TorchSharp does not register; {Advice}";

    public override string NearMiss => Source.Initialized(members: """
        private readonly Linear _mix;
        private readonly (GELU, Dropout) _pair;
        private readonly Dictionary<string, long> _sizes = new();
        [Unscaled] private readonly Dictionary<string, Linear> _byName = new();
        private readonly System.Func<Linear, Tensor>? _hook;
        private readonly string _text = "";
        """);

    [Theory]
    [InlineData("Dictionary<string, Linear>")]
    [InlineData("Linear[][]")]
    [InlineData("System.Collections.Immutable.ImmutableArray<Linear>")]
    [InlineData("IEnumerable<Linear>")]
    [InlineData("IReadOnlyCollection<Parameter>")]
    [InlineData("HashSet<Module<Tensor, Tensor>>")]
    [InlineData("System.Lazy<Linear>")]
    [InlineData("System.Tuple<long, Linear>")]
    [InlineData("List<(Linear, LayerNorm)>")]
    [InlineData("(Linear, long)?")]
    [InlineData("Pair")]
    [InlineData("Pair[]")]
    [InlineData("Layers")]
    [InlineData("(Block, long)")]
    public Task Other_containers(string type) => Subject.Analyzers.Verify(Source.Model(
        members: $"private readonly Linear _mix;\nprivate readonly {type} {{|PMZ0032:_held|}};",
        more: "public sealed record Pair(Linear Up, Linear Down);\npublic sealed class Layers : List<Linear> { }\n"
            + "public sealed class Block : Module<Tensor, Tensor>\n{\n"
            + "    private readonly Linear _inner = Linear(8, 8);\n\n    public Block() : base(\"Block\") { }\n\n"
            + "    public override Tensor forward(Tensor x) => _inner.call(x);\n}"));

    [Fact]
    public Task A_layer_that_is_set_after_the_constructor() => Subject.Analyzers.Verify(
        Source.Model(members: "private readonly Linear _mix;\n[Hidden] public required Linear {|PMZ0032:Late|} { get; init; }"),
        new ExpectedDiagnostic(
            Id,
            "'Late' holds layers that are set when the constructor is done, and nothing is registered or scaled any more; let the "
                + "constructor build them"));

    [Fact]
    public Task A_required_layer_that_the_constructor_sets_is_fine() => Subject.Analyzers.Verify(Source.Initialized(
        members: "public required Linear Early { get; init; }", build: "Early = Linear(width, width);").Replace(
            "public Mlp(", "[System.Diagnostics.CodeAnalysis.SetsRequiredMembers]\n    public Mlp(", StringComparison.Ordinal));

    [Fact]
    public Task A_layer_behind_an_interface() => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _mix;\nLinear IHolder.{|PMZ0032:Layer|} { get; } = Linear(8, 8);",
        more: "public interface IHolder { Linear Layer { get; } }")
            .Replace("Mlp : Module<Tensor, Tensor>", "Mlp : Module<Tensor, Tensor>, IHolder", StringComparison.Ordinal));

    [Fact]
    public Task A_property_of_a_base_class_is_fine() => Subject.Analyzers.Verify(
        Source.Initialized().Replace(": Module<Tensor, Tensor>", ": Base", StringComparison.Ordinal) + """

        public abstract class Base : Module<Tensor, Tensor>
        {
            [Unscaled] private readonly Linear _hidden = Linear(8, 8);

            protected Base(string name) : base(name) { }

            [Unscaled] public LayerNorm Shown { get; } = LayerNorm(8);
        }
        """);

    [Theory]
    [InlineData("private readonly Linear {|PMZ0032:_hidden|} = Linear(8, 8);")]
    [InlineData("private Linear {|PMZ0032:Hidden|} { get; } = Linear(8, 8);")]
    [InlineData("public Linear {|PMZ0032:Hidden|} { private get; init; } = Linear(8, 8);")]
    public Task A_layer_that_only_a_base_class_can_name(string member) => Subject.Analyzers.Verify(
        Source.Model().Replace(": Module<Tensor, Tensor>", ": Base", StringComparison.Ordinal) + $$"""

        public abstract class Base : Module<Tensor, Tensor>
        {
            {{member}}

            protected Base(string name) : base(name) { }
        }
        """);
}
