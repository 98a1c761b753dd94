using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class LanguageVersionTests : RuleTests
{
    public override string Id => "PMZ0020";

    public override string Hit => Source.Model(header: "sealed partial class {|PMZ0020:Mlp|}");

    public override string Message =>
        "Generated code needs C# 10 or later, and this project uses C# 9.0; set <LangVersion>10</LangVersion> or later";

    public override string NearMiss => Source.Usings;

    private protected override AnalyzerTest Test { get; } = Subject.With(Subject.Setup.At(LanguageVersion.CSharp9));

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    public void Nothing_is_generated_for_older_versions(LanguageVersion version) =>
        Assert.Single(GeneratorHarness.Run(Subject.Under(Subject.Setup.At(version)), Source.Plain(Hit)).Sources);

    [Fact]
    public Task C_sharp_10_is_enough() => Subject.With(Subject.Setup.At(LanguageVersion.CSharp10)).Verify(Source.Initialized());
}
