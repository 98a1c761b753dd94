using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class NeverInitializedTests : RuleTests
{
    public override string Id => "PMZ0012";

    public override string Hit => Source.Model(constructor: "{|PMZ0012:Mlp|}([Width] long width)");

    public override string Message =>
        "This constructor of 'Mlp' does not call InitializeParameters, so nothing is scaled; make it the constructor's last statement";

    public override string NearMiss => Source.Initialized(members: """
        private readonly Linear _mix;

        public Mlp() : this(64) { }
        """);

    [Fact]
    public Task Each_constructor_that_builds_has_to() => Subject.Analyzers.Verify(Source.Model(
        members: """
            private readonly Linear _mix;

            public {|PMZ0012:Mlp|}([Width] int width, string name) : base(name) => _mix = Linear(width, width);
            """,
        build: "_mix = Linear(width, width);\nInitializeParameters(width);"));

    [Theory]
    [InlineData("Finish();")]
    [InlineData("if (width > 8)\n    Finish();\nelse\n    InitializeParameters();")]
    [InlineData("if (width > 8)\n{\n    InitializeParameters();\n    return;\n}\n\nInitializeParameters();")]
    [InlineData("if (width < 1)\n    throw new System.ArgumentOutOfRangeException(nameof(width));\n\nInitializeParameters();")]
    [InlineData("void Local() => Finish();\nLocal();")]
    [InlineData("using (NewDisposeScope())\n{\n    InitializeParameters();\n}")]
    [InlineData(
        "switch (width)\n{\n    case 8:\n        InitializeParameters();\n        break;\n    default:\n        Finish();\n"
            + "        break;\n}")]
    [InlineData("try\n{\n    InitializeParameters();\n}\nfinally\n{\n    width++;\n}")]
    [InlineData("System.Action run = () => InitializeParameters();\nrun();")]
    public Task A_call_on_each_path_is_enough(string end) => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _mix;\n\nprivate void Finish() => InitializeParameters();",
        build: "_mix = Linear(width, width);\n" + end));

    [Theory]
    [InlineData("if (width > 8)\n    InitializeParameters();")]
    [InlineData("if (width > 8)\n    return;\n\nFinish();")]
    [InlineData("for (var i = 0; i < width; i++)\n    {|PMZ0013:InitializeParameters()|};")]
    [InlineData("try\n{\n    InitializeParameters();\n}\ncatch (System.Exception)\n{\n}")]
    [InlineData("if (width > 8)\n    Finish();")]
    public Task A_path_without_a_call_is_found(string end) => Subject.Analyzers.Verify(
        Source.Model(
            members: "private readonly Linear _mix;\n\nprivate void Finish() => InitializeParameters();",
            build: "_mix = Linear(width, width);\n" + end,
            constructor: "{|PMZ0012:Mlp|}([Width] long width)"),
        new ExpectedDiagnostic(
            Id,
            "This constructor of 'Mlp' does not call InitializeParameters on every path, so nothing is scaled; make it the constructor's "
                + "last statement"));

    [Fact]
    public Task A_call_on_some_paths_has_no_fix() => Subject.Fix<AddInitializationFix>().VerifyNoFix(Source.Model(
        build: "_mix = Linear(width, width);\nif (width > 8)\n    InitializeParameters();",
        constructor: "{|PMZ0012:Mlp|}([Width] long width)"));

    [Fact]
    public Task The_fix_keeps_comments_of_an_expression() => Subject.Fix<AddInitializationFix>().Verify(
        Bodied("\n        => /* one */ _mix = /* layer */ Linear(width, width); // of many", "{|PMZ0012:Mlp|}"),
        Bodied("""

                {
                    _mix = /* layer */ Linear(width, width);
                    InitializeParameters();
                } /* one */ // of many
            """, "Mlp"));

    [Fact]
    public Task The_fix_makes_it_the_last_statement() => Subject.Fix<AddInitializationFix>().Verify(
        Source.Model(constructor: "{|PMZ0012:Mlp|}([Width] long width)"), Source.Initialized());

    [Theory]
    [InlineData("return;", "InitializeParameters();\nreturn;")]
    [InlineData("// all there\nreturn; // done", "// all there\nInitializeParameters();\nreturn; // done")]
    public Task The_fix_goes_before_a_last_return(string before, string after) => Subject.Fix<AddInitializationFix>().Verify(
        Source.Model(build: "_mix = Linear(width, width);\n" + before, constructor: "{|PMZ0012:Mlp|}([Width] long width)"),
        Source.Model(build: "_mix = Linear(width, width);\n" + after));

    [Fact]
    public Task A_return_before_the_end_has_no_fix() => Subject.Fix<AddInitializationFix>().VerifyNoFix(Source.Model(
        build: "_mix = Linear(width, width);\nif (width < 8)\n    return;\n\nwidth++;",
        constructor: "{|PMZ0012:Mlp|}([Width] long width)"));

    [Fact]
    public Task The_fix_passes_the_dials() => Subject.Fix<AddInitializationFix>().Verify(
        Source.Model(constructor: "{|PMZ0012:Mlp|}([Width] long width, [Gamma] double gamma, [Richness] double r)"),
        Source.Model(
            build: "_mix = Linear(width, width);\nInitializeParameters(r, gamma);",
            constructor: "Mlp([Width] long width, [Gamma] double gamma, [Richness] double r)"));

    [Fact]
    public Task The_fix_gives_an_expression_a_body() => Subject.Fix<AddInitializationFix>().Verify(
        Bodied("\n        => _mix = Linear(width, width);", "{|PMZ0012:Mlp|}"),
        Bodied("""

                {
                    _mix = Linear(width, width);
                    InitializeParameters();
                }
            """, "Mlp"));

    [Fact]
    public Task The_fix_keeps_a_body_on_one_line() => Subject.Fix<AddInitializationFix>().Verify(
        Bodied(" { _mix = Linear(width, width); }", "{|PMZ0012:Mlp|}"),
        Bodied(" { _mix = Linear(width, width); InitializeParameters(); }", "Mlp"));

    [Fact]
    public Task All_constructors_are_fixed() => Subject.Fix<AddInitializationFix>().VerifyFixAll(
        Source.Model(
            members: "private readonly Linear _mix;\n\npublic {|PMZ0012:Mlp|}([Width] int width, string name) : base(name)\n{\n"
                + "    _mix = Linear(width, width);\n}",
            constructor: "{|PMZ0012:Mlp|}([Width] long width)"),
        Source.Model(
            members: "private readonly Linear _mix;\n\npublic Mlp([Width] int width, string name) : base(name)\n{\n"
                + "    _mix = Linear(width, width);\n    InitializeParameters(width);\n}",
            build: "_mix = Linear(width, width);\nInitializeParameters(width);"));

    [Fact]
    public Task A_constructor_without_the_dial_has_no_fix() => Subject.Fix<AddInitializationFix>().VerifyNoFix(Source.Model(
        members: "private readonly Linear _mix;\n\n"
            + "public {|PMZ0012:Mlp|}([Width] int width, string name) : base(name) => _mix = Linear(width, width);",
        build: "_mix = Linear(width, width);\nInitializeParameters(width, r);",
        constructor: "Mlp([Width] long width, [Richness] double r)"));

    [Fact]
    public Task A_class_without_a_constructor_has_no_place_for_it() => Subject.Fix<AddInitializationFix>().VerifyNoFix(Source.Usings + """
        [Parameterize(Baseline = true)]
        public sealed partial class {|PMZ0012:Mlp|} : Module<Tensor, Tensor>
        {
            private readonly Linear _mix = Linear(8, 8);

            public override Tensor forward(Tensor x) => x;
        }
        """.Replace("Module<Tensor, Tensor>", "Named", StringComparison.Ordinal) + """


        public abstract class Named : Module<Tensor, Tensor>
        {
            protected Named() : base("Named") { }
        }
        """);

    [Fact]
    public Task A_primary_constructor_has_no_place_for_it() => Subject.Fix<AddInitializationFix>().VerifyNoFix(Source.Usings + """
        [Parameterize(BaseWidth = 64)]
        public sealed partial class {|PMZ0012:Mlp|}([Width] long width) : Module<Tensor, Tensor>("Mlp")
        {
            private readonly Linear _mix = Linear(width, width);

            public override Tensor forward(Tensor x) => Mix(x);
        }
        """);

    [Fact]
    public Task A_primary_constructor_is_turned_into_one_that_has_a_place_for_it() => Subject.Fix<OpenPrimaryConstructorFix>().Verify(
        Source.Usings + """
            [Parameterize(BaseWidth = 64)]
            public sealed partial class {|PMZ0012:Mlp|}([Width] long width, [Richness] double r, long scale = 4) : Module<Tensor, Tensor>("Mlp")
            {
                private const long Classes = 10;
                private readonly Linear _in = Linear(8, width), _mix = Linear(width, scale * width); // layers
                private readonly ModuleList<Linear> _more = new(Linear(width, width));
                private readonly long scale = 4 * scale;
                private int _count = 3;

                public Linear Out { get; } = Linear(
                    scale * width,
                    Classes); // the readout

                public override Tensor forward(Tensor x) => x * _count * scale;
            }
            """,
        Source.Usings + """
            [Parameterize(BaseWidth = 64)]
            public sealed partial class Mlp : Module<Tensor, Tensor>
            {
                private const long Classes = 10;
                private readonly Linear _in, _mix; // layers
                private readonly ModuleList<Linear> _more;
                private readonly long scale;
                private int _count = 3;

                public Linear Out { get; } // the readout

                public Mlp([Width] long width, [Richness] double r, long scale = 4) : base("Mlp")
                {
                    _in = Linear(8, width);
                    _mix = Linear(width, scale * width);
                    _more = new(Linear(width, width));
                    this.scale = 4 * scale;
                    Out = Linear(
                    scale * width,
                    Classes);
                    InitializeParameters(r);
                }

                public override Tensor forward(Tensor x) => x * _count * scale;
            }
            """);

    [Fact]
    public Task A_primary_constructor_whose_parameters_live_on_has_to_be_turned_by_hand() =>
        Subject.Fix<OpenPrimaryConstructorFix>().VerifyNoFix(Source.Usings + """
        [Parameterize(BaseWidth = 64)]
        public sealed partial class {|PMZ0012:Mlp|}([Width] long width) : Module<Tensor, Tensor>("Mlp")
        {
            private readonly Linear _mix = Linear(width, width);

            public override Tensor forward(Tensor x) => x.view(-1, width);
        }
        """);

    private static string Bodied(string body, string name) => Source.Usings + $$"""
        [Parameterize(BaseWidth = 64)]
        public sealed partial class Mlp : Module<Tensor, Tensor>
        {
            private readonly Linear _mix;

            public {{name}}([Width] long width) : base("Mlp"){{body}}

            public override Tensor forward(Tensor x) => x;
        }
        """;
}
