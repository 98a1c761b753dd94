namespace Parameterize.Analyzers.Tests.Rules;

public sealed class UnknownModuleTests : RuleTests
{
    private const string Block = """
        public sealed class Block : Module<Tensor, Tensor>
        {
            private readonly Linear _inner = Linear(8, 8);

            public Block() : base("Block") => RegisterComponents();

            public override Tensor forward(Tensor x) => _inner.call(x);
        }
        """;

    public override string Id => "PMZ0010";

    public override string Hit => Source.Model(
        members: "private readonly Linear _mix;\nprivate readonly Block {|PMZ0010:_block|} = new();", more: Block);

    public override string Message => "'_block' is of type 'Block', whose tensors the catalogue does not know; "
        + "give its class [Parameterize], build it of modules of the catalogue or of Parameter members, or mark it [Unscaled] if it has "
        + "no width";

    public override string NearMiss => Source.Initialized(
        members: "private readonly Linear _mix;\n[Unscaled] private readonly Block _block = new();\nprivate readonly GELU _gelu = GELU();",
        more: Block);

    [Fact]
    public Task What_a_function_of_the_caller_s_makes_is_not_known() => Subject.Analyzers.Verify(
        Source.Model(
            members: "private readonly Sequential {|PMZ0010:_layers|};",
            build: "_layers = Sequential(Linear(8, width), block(width));",
            constructor: "Mlp([Width] long width, System.Func<long, Module<Tensor, Tensor>> block)"),
        new ExpectedDiagnostic(
            "PMZ0010",
            "'_layers' is of type 'Sequential', and what it holds is not known ('block(width)' calls a function that the constructor is "
                + "given, and what that makes only its caller knows); build it here, or mark it [Unscaled] if it has no width"));

    [Fact]
    public Task A_list_whose_layers_a_sequence_calls_without_their_multipliers_is_refused() => Subject.Analyzers.Verify(
        Source.Model(
            members: "private readonly ModuleList<Linear> {|PMZ0010:_layers|};\nprivate readonly Sequential _all;",
            build: "_layers = ModuleList(Linear(8, width), Linear(width, width));\n_all = Sequential(_layers[0], _layers[1]);"),
        new ExpectedDiagnostic(
            "PMZ0010",
            "'_layers' holds layers that '_all' holds too, which calls them without their multipliers; hold it in one of the two, or mark "
                + "it [Unscaled] if it has no width"));

    [Theory]
    [InlineData("private readonly CrossEntropyLoss _loss = CrossEntropyLoss();")]
    [InlineData("private readonly Loss<Tensor, Tensor, Tensor> _loss = MSELoss();")]
    [InlineData("private readonly QuickGelu _gelu = new();")]
    [InlineData("private readonly Twice _gelu = new();")]
    public Task What_has_no_tensors_needs_no_row(string member) => Subject.Analyzers.Verify(Source.Initialized(
        members: "private readonly Linear _mix;\n" + member,
        more: """
            public class QuickGelu : Module<Tensor, Tensor>
            {
                private readonly double _scale = 1.702;

                public QuickGelu() : base("QuickGelu") { }

                public override Tensor forward(Tensor x) => x * (x * _scale).sigmoid();
            }

            public sealed class Twice : QuickGelu
            {
                private readonly QuickGelu _gelu = new();
                private readonly Dropout _dropout = Dropout(0.1);

                public override Tensor forward(Tensor x) => _dropout.call(_gelu.call(base.forward(x)));
            }
            """));

    [Fact]
    public Task One_whose_open_members_are_plain_tensors_and_modules_without_any_needs_no_row_either() =>
        Subject.Analyzers.Verify(Source.Initialized(
            members: "private readonly Linear _mix;\nprivate readonly Places _places = new(0.1);",
            more: """
            public class Places : Module<Tensor, Tensor>
            {
                private readonly Module<Tensor, Tensor> dropout;
                private readonly Tensor pe;

                public Places(double p) : base("Places")
                {
                    dropout = nn.Dropout(p);
                    pe = arange(8).sin();
                    pe = pe.unsqueeze(0);
                    RegisterComponents();
                }

                public override Tensor forward(Tensor x) => dropout.call(x + pe);
            }
            """));

    [Theory]
    [InlineData("private readonly Module<Tensor, Tensor> _next = Linear(8, 8);")]
    [InlineData("private readonly Module<Tensor, Tensor> _next = Sequential(Linear(8, 8));")]
    [InlineData("private readonly Module<Tensor, Tensor> _next = new System.Random().Next() > 0 ? GELU() : Linear(8, 8);")]
    [InlineData("private Module<Tensor, Tensor>? _next;")]
    [InlineData("internal Module<Tensor, Tensor> Next = GELU();")]
    [InlineData("private readonly Tensor _weight = new Parameter(ones(8));")]
    [InlineData("internal Tensor Weight = ones(8);")]
    [InlineData("protected readonly Tensor Weight = ones(8);")]
    [InlineData("protected readonly Block? Next;")]
    [InlineData("protected readonly object Weight = ones(8);")]
    [InlineData("protected readonly (Linear, long) Pair = (Linear(8, 8), 8);")]
    [InlineData("protected void Grow() => register_parameter(\"own\", new Parameter(ones(8)));")]
    public Task A_module_that_may_have_tensors_is_none_of_these(string member) => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _mix;\nprivate readonly Block {|PMZ0010:_block|} = new();",
        more: Block.Replace("public sealed class", "public class", StringComparison.Ordinal)
            .Replace("private readonly Linear _inner = Linear(8, 8);", member, StringComparison.Ordinal)
            .Replace("_inner.call(x)", "x", StringComparison.Ordinal)));

    [Fact]
    public Task Modules_by_an_interface_or_a_type_parameter_have_unknown_tensors() => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _mix;\nprivate readonly IModule<Tensor, Tensor> {|PMZ0010:_any|} = Given();\n"
            + "private static IModule<Tensor, Tensor> Given() => System.Activator.CreateInstance<T>();\n"
            + "private readonly T {|PMZ0010:_given|} = new();",
        header: "sealed partial class Mlp<T>")
            .Replace(
                "\n{\n    private readonly Linear _mix;", " where T : Module<Tensor, Tensor>, new()\n{\n    private readonly Linear _mix;",
                StringComparison.Ordinal));

    [Fact]
    public Task A_kind_does_not_make_it_known() => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _mix;\n[Hidden] private readonly Block {|PMZ0010:_block|} = new();", more: Block));

    [Theory]
    [InlineData("var name = System.Guid.NewGuid().ToString(); _block = Sequential((name, Linear(8, 8)));")]
    [InlineData("_block = Sequential(Linear(width, 8), GELU());")]
    [InlineData("_block = Sequential((\"mix\", Linear(width, width)), (\"inner\", Sequential(GELU(), Linear(width, 8))));")]
    [InlineData("var last = Linear(width, 8); _block = Sequential([GELU(), last]);")]
    [InlineData("_block = Sequential();")]
    [InlineData("_block = Sequential(GELU()).append(Linear(width, 8)).append(\"last\", Linear(8, 8));")]
    [InlineData("var block = Sequential(); block.append(\"mix\", Linear(width, width)); block.append(Linear(width, 8)); _block = block;")]
    [InlineData(
        "var layers = new System.Collections.Generic.List<Module<Tensor, Tensor>>(); layers.Add(Linear(8, 8)); _block = "
            + "Sequential(layers);")]
    [InlineData("_block = Sequential(GELU()); for (var i = 0; i < 2; i++) _block.append(Linear(8, 8));")]
    [InlineData("_block = Sequential(GELU()); if (width > 8) _block.append(Linear(8, 8));")]
    public Task Layers_of_a_sequence_that_is_written_out_are_known(string build) => Subject.Analyzers.Verify(
        Source.Initialized(
            members: "private readonly Linear _mix;\nprivate readonly Sequential _block;",
            build: "_mix = Linear(width, width);\n" + build));

    [Theory]
    [InlineData("_block = Sequential((\"a.b\", Linear(8, 8)));")]
    [InlineData("_block = Sequential((\"*\", Linear(8, 8)));")]
    [InlineData("_block = Sequential((\"a\", Linear(8, 8)), (\"a\", Linear(8, 8)));")]
    [InlineData("_block = Sequential(GELU()); for (var i = 0; i < width; i++) _block.append(Linear(8, 8));")]
    public Task Layers_of_a_sequence_that_is_put_together_are_out_of_reach(string build) => Subject.Analyzers.Verify(
        Source.Model(
            members: "private readonly Linear _mix;\nprivate readonly Sequential {|PMZ0010:_block|};",
            build: "_mix = Linear(width, width);\n" + build));

    [Fact]
    public Task Size_that_is_not_followed_is_shown() => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _mix;\nprivate readonly Sequential _block;",
        build: "_mix = Linear(width, width);\n"
            + "_block = Sequential(Linear(8, {|PMZ0010:width + System.Environment.ProcessorCount|}), GELU());"),
        new ExpectedDiagnostic(
            Id,
            "'_block' holds a Linear of which it is not known how it scales ('width + System.Environment.ProcessorCount' adds numbers "
                + "that do not grow alike, "
                + "so that it is no multiple of a width; give it as a product of widths and constants); "
                + "build that with sizes that can be followed, or hold it in a member of its own that an attribute can mark, "
                + "or mark it [Unscaled] if it has no width"));

    [Theory]
    [InlineData("Linear(width, width)", "Linear")]
    [InlineData("new Plain()", "Plain")]
    public Task A_list_of_models_and_layers_is_told_what_to_hold_apart(string layer, string name) => Subject.Analyzers.Verify(
        Source.Model(
            members: "private readonly ModuleList<Module<Tensor, Tensor>> {|PMZ0010:_blocks|} = new();",
            build: $"for (var i = 0; i < layers; i++) {{ _blocks.Add(new Half(width)); _blocks.Add(new Third(width)); "
                + $"_blocks.Add({layer}); }}",
            constructor: "Mlp([Width] long width, int layers)",
            more: OneOf("Half") + OneOf("Third") + Block.Replace("Block", "Plain", StringComparison.Ordinal)),
        new ExpectedDiagnostic(Id, $"'_blocks' holds models of your own and a {name} beside them; "
            + $"hold the {name} in a member of its own, or inside of one of the models, or mark it [Unscaled] if it has no width"));

    private static string OneOf(string name) => $$"""
        [Parameterize(BaseWidth = 64)]
        public sealed partial class {{name}} : Module<Tensor, Tensor>
        {
            private readonly Linear _mix;

            public {{name}}([Width] long width) : base("{{name}}")
            {
                _mix = Linear(width, width);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Mix(x);
        }

        """;
}
