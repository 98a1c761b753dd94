using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class NotPartialTests : RuleTests
{
    private const string Nested = """
        public class {|PMZ0001:Outer|}
        {
            [Parameterize(BaseWidth = 64)]
            internal sealed class {|PMZ0001:Mlp|} : Module<Tensor, Tensor>
            {
                private readonly Linear _mix;

                public Mlp([Width] long width) : base("Mlp") => _mix = Linear(width, width);

                public override Tensor forward(Tensor x) => x;
            }
        }
        """;

    public override string Id => "PMZ0001";

    public override string Hit => Source.Model(header: "sealed class {|PMZ0001:Mlp|}");

    public override string Message =>
        "'Mlp' carries [Parameterize] or contains a class that does, so it must be partial: the generated members go into its other part";

    public override string NearMiss => Source.Initialized();

    [Fact]
    public Task Every_container_is_reported() => Subject.Analyzers.Verify(Source.Usings + Nested);

    [Fact]
    public Task The_fix_makes_the_class_partial() => Subject.Fix<MakePartialFix>().Verify(
        Source.Model(header: "sealed class {|PMZ0001:Mlp|}"),
        Source.Model(header: "sealed partial class Mlp", constructor: "{|PMZ0012:Mlp|}([Width] long width)"));

    [Fact]
    public Task The_fix_makes_containers_partial_too() =>
        Subject.Fix<MakePartialFix>().VerifyFixAll(Source.Usings + Nested, Source.Usings + """
        public partial class Outer
        {
            [Parameterize(BaseWidth = 64)]
            internal sealed partial class Mlp : Module<Tensor, Tensor>
            {
                private readonly Linear _mix;

                public {|PMZ0012:Mlp|}([Width] long width) : base("Mlp") => _mix = Linear(width, width);

                public override Tensor forward(Tensor x) => x;
            }
        }
        """);

    [Fact]
    public Task All_files_are_fixed_at_once() => Subject.Fix<MakePartialFix>().VerifyFixAll(
        [Model("class {|PMZ0001:A|}", "A"), Model("record {|PMZ0001:B|}", "B")],
        [Model("partial class A", "{|PMZ0012:A|}"), Model("partial record B", "B")]);

    // A record cannot derive from Module, which is said too.
    private static string Model(string header, string constructor) => header.Contains("record", StringComparison.Ordinal)
        ? Source.Usings + $$"""
            [Parameterize(BaseWidth = 64)]
            public {{header.Replace("{|PMZ0001:B|}", "{|PMZ0001:{|PMZ0002:B|}|}", StringComparison.Ordinal)
                .Replace("record B", "record {|PMZ0002:B|}", StringComparison.Ordinal)}}([Width] long width);
            """
        : Source.Model(header: header, constructor: $"{constructor}([Width] long width)");
}
