using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class SeveralKindsTests : RuleTests
{
    public override string Id => "PMZ0022";

    public override string Hit => Source.Model(members: "[Hidden, Output] private readonly Linear {|PMZ0022:_mix|};");

    public override string Message => "'_mix' carries [Hidden] and [Output]; a tensor has one kind, so leave one attribute";

    public override string NearMiss => Source.Initialized(members: "[Hidden, System.Obsolete] private readonly Linear _mix;");

    [Theory]
    [InlineData("[Hidden, Output]", "[Hidden]", "Hidden")]
    [InlineData("[Output] [Hidden(LearningRate = 2)]", "[Hidden(LearningRate = 2)]", "Hidden")]
    [InlineData("[Output, System.Obsolete, Hidden, Input]", "[System.Obsolete, Hidden]", "Hidden")]
    [InlineData("[Output, System.Obsolete, Unscaled] [Hidden]", "[System.Obsolete, Unscaled]", "Unscaled")]
    [InlineData("[Hidden] [Output, System.Obsolete]", "[Hidden] [System.Obsolete]", "Hidden")]
    [InlineData("[Output, System.Obsolete] [Hidden]", "[System.Obsolete] [Hidden]", "Hidden")]
    [InlineData("[Unscaled, Exponents(0, 0, 0)]", "[Unscaled]", "Unscaled")]
    [InlineData("[Exponents(0, 0, 0)] [Unscaled]", "[Unscaled]", "Unscaled")]
    [InlineData("[Output] /* why */ [Hidden]", "/* why */ [Hidden]", "Hidden")]
    [InlineData("[Output, /* why */ Hidden]", "[Hidden /* why */]", "Hidden")]
    public Task The_fix_keeps_the_one_chosen(string before, string after, string kept) => Subject.Fix<KeepOneKindFix>().Verify(
        Source.Model(members: $"{before} private readonly Linear {{|PMZ0022:_mix|}};"),
        Source.Model(members: $"{after} private readonly Linear _mix;", constructor: "{|PMZ0012:Mlp|}([Width] long width)"),
        equivalenceKey: $"PMZ0022:{kept}");

    [Fact]
    public Task All_members_keep_the_same_one() => Subject.Fix<KeepOneKindFix>().VerifyFixAll(
        Source.Model(
            members: "[Hidden]\n[Output]\nprivate readonly Linear {|PMZ0022:_a|};\n[Hidden, Input] private readonly Linear {|PMZ0022:_b|};",
            build: "_a = Linear(width, width);\n_b = Linear(width, width);"),
        Source.Model(
            members: "[Hidden]\nprivate readonly Linear _a;\n[Hidden] private readonly Linear _b;",
            build: "_a = Linear(width, width);\n_b = Linear(width, width);",
            constructor: "{|PMZ0012:Mlp|}([Width] long width)"),
        equivalenceKey: "PMZ0022:Hidden");
}
