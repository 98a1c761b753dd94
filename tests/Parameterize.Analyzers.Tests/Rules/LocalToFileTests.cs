using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class LocalToFileTests : RuleTests
{
    public override string Id => "PMZ0033";

    public override string Hit => Local(Source.Model(header: "sealed partial class {|PMZ0033:Mlp|}"));

    public override string Message => "'Mlp' is local to its file, or inside of a type that is, so it cannot have a generated part in another one; make it internal";

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

    private static string Local(string source) => source.Replace("public sealed", "file sealed", StringComparison.Ordinal);
}
