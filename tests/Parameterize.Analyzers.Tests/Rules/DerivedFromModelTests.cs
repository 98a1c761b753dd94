namespace Parameterize.Analyzers.Tests.Rules;

public sealed class DerivedFromModelTests : RuleTests
{
    public override string Id => "PMZ0031";

    public override string Hit => WithSubclass("private readonly Linear {|PMZ0031:_more|} = Linear(8, 8);");

    public override string Message =>
        "'More' derives from 'Mlp', whose constructor registers and scales everything before the layers of 'More' are there, "
            + "so that they would not train; hold a 'Mlp' in a member instead";

    public override string NearMiss =>
        WithSubclass(
            "private readonly GELU _gelu = GELU();\nprivate static readonly Linear Shared = Linear(8, 8);\n"
                + "private readonly long _width = 8;");

    [Fact]
    public Task A_list_counts() =>
        Subject.Analyzers.Verify(
            WithSubclass("protected readonly List<Linear> {|PMZ0031:_more|} = new();\npublic Linear Last { get; } = Linear(8, 8);"));

    [Fact]
    public Task What_is_left_alone_on_purpose_does_not() =>
        Subject.Analyzers.Verify(WithSubclass("[Unscaled] private readonly Linear _more = Linear(8, 8);"));

    [Fact]
    public Task An_annotated_one_is_refused_whatever_it_adds() => Subject.Analyzers.Verify(Model() + """

        [Parameterize(BaseWidth = 64)]
        public partial class {|PMZ0031:More|} : Mlp
        {
            public More([Width] long width) : base(width) { }
        }
        """);

    private static string WithSubclass(string members) => Model() + $$"""

        public class More : Mlp
        {
            {{members}}

            public More(long width) : base(width) { }
        }
        """;

    private static string Model() => Source.Initialized(header: "partial class Mlp", forward: "Mix(x)");
}
