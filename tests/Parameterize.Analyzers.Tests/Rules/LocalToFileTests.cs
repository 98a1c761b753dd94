using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class LocalToFileTests : RuleTests
{
    public override string Id => "PMZ0033";

    public override string Hit => Local(Source.Model(header: "sealed partial class {|PMZ0033:Mlp|}"));

    public override string Message =>
        "'Mlp' is local to its file, or inside of a type that is, so it cannot have a generated part in another one; make it internal";

    public override string NearMiss => Source.Initialized(more: "file sealed class Other { }");

    private static string Nested => Source.Usings + """
        file static partial class Outer
        {
            [Parameterize(BaseWidth = 64)]
            private sealed partial class {|PMZ0033:Mlp|} : Module<Tensor, Tensor>
            {
                private readonly Linear _mix;

                public Mlp([Width] long width) : base("Mlp")
                {
                    _mix = Linear(width, width);
                }

                public override Tensor forward(Tensor x) => x;
            }
        }
        """;

    [Fact]
    public Task Inside_of_one_counts() => Subject.Analyzers.Verify(Nested);

    [Fact]
    public Task The_fix_makes_it_internal() => Subject.Fix<WidenFromFileFix>().Verify(
        Hit, Hit.Replace("file ", "internal ", StringComparison.Ordinal).Replace("{|PMZ0033:Mlp|}", "Mlp", StringComparison.Ordinal)
            .Replace("public Mlp(", "public {|PMZ0012:Mlp|}(", StringComparison.Ordinal));

    [Fact]
    public Task The_fix_widens_all() => Subject.Fix<WidenFromFileFix>().VerifyFixAll(
        Nested, Nested.Replace("file ", "internal ", StringComparison.Ordinal).Replace("{|PMZ0033:Mlp|}", "Mlp", StringComparison.Ordinal)
            .Replace("public Mlp(", "public {|PMZ0012:Mlp|}(", StringComparison.Ordinal));

    [Theory]
    [InlineData("Mlp([Width] long width, Shape? shape = null)", "file sealed record Shape(long Depth);")]
    [InlineData("Mlp([Width] long width, List<Shape>? shapes = null)", "file sealed record Shape(long Depth);")]
    public Task One_that_knows_more_than_its_file_may_say_has_no_fix(string constructor, string more) =>
        Subject.Fix<WidenFromFileFix>().VerifyNoFix(
            Local(Source.Model(header: "sealed partial class {|PMZ0033:Mlp|}", constructor: constructor, more: more)));

    [Fact]
    public Task What_a_body_uses_does_not_hinder_it() => Subject.Fix<WidenFromFileFix>().Verify(
        Using("file", "{|PMZ0033:Mlp|}", "Mlp"), Using("internal", "Mlp", "{|PMZ0012:Mlp|}"));

    private static string Using(string access, string name, string constructor) => Source.Model(
        header: $"sealed partial class {name}", constructor: $"{constructor}([Width] long width)",
        build: "_mix = Linear(width, Shape.Inner * width);",
        more: "file static class Shape { public const long Inner = 4; }")
            .Replace("public sealed", access + " sealed", StringComparison.Ordinal);

    private static string Local(string source) => source.Replace("public sealed", "file sealed", StringComparison.Ordinal);
}
