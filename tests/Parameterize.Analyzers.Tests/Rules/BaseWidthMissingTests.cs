using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class BaseWidthMissingTests : RuleTests
{
    public override string Id => "PMZ0005";

    public override string Hit => Source.Initialized(attribute: "Parameterize", header: "sealed partial class {|PMZ0005:Mlp|}");

    public override string Message => "'Mlp' names no base width, so 64 is assumed: at that width the model equals plain TorchSharp; "
        + "set BaseWidth to the width at which the learning rate was tuned";

    public override string NearMiss => Source.Initialized(attribute: "Parameterize", constructor: "Mlp([Width(Base = 128)] long width)");

    [Fact]
    public Task The_assembly_s_default_counts() => Subject.Analyzers.Verify(
        Source.Initialized(attribute: "assembly: ParameterizeDefaults(BaseWidth = 32)]\n[Parameterize"));

    [Theory]
    [InlineData("Parameterize", "Parameterize(BaseWidth = 64)")]
    [InlineData("Parameterize()", "Parameterize(BaseWidth = 64)")]
    [InlineData("Parameterize( /* none yet */ )", "Parameterize(BaseWidth = 64 /* none yet */ )")]
    [InlineData("Parameterize(Gamma = 2 /* tuned */)", "Parameterize(Gamma = 2, BaseWidth = 64 /* tuned */)")]
    [InlineData("ParameterizeAttribute", "ParameterizeAttribute(BaseWidth = 64)")]
    [InlineData("Parameterize(Richness = 0.25)", "Parameterize(Richness = 0.25, BaseWidth = 64)")]
    [InlineData("global::Parameterize.Parameterize", "global::Parameterize.Parameterize(BaseWidth = 64)")]
    public Task The_fix_writes_out_what_is_assumed(string before, string after) => Subject.Fix<GiveBaseWidthFix>().Verify(
        Source.Initialized(attribute: before, header: "sealed partial class {|PMZ0005:Mlp|}"),
        Source.Initialized(attribute: after, header: "sealed partial class Mlp"));

    [Fact]
    public Task The_fix_finds_the_attribute_under_an_alias() => Subject.Fix<GiveBaseWidthFix>().Verify(
        Aliased("[Scaled]", "{|PMZ0005:Mlp|}"), Aliased("[Scaled(BaseWidth = 64)]", "Mlp"));

    [Fact]
    public Task All_are_given_one() => Subject.Fix<GiveBaseWidthFix>().VerifyFixAll(
        Two("[Parameterize]", "{|PMZ0005:Mlp|}", "{|PMZ0005:Other|}"), Two("[Parameterize(BaseWidth = 64)]", "Mlp", "Other"));

    private static string Aliased(string attribute, string name) => "using Scaled = Parameterize.ParameterizeAttribute;\n"
        + Source.Initialized(attribute: "X", header: $"sealed partial class {name}").Replace("[X]", attribute, StringComparison.Ordinal);

    private static string Two(string attribute, string first, string second) =>
        (Source.Initialized(attribute: "X", header: $"sealed partial class {first}")
            + Source.Initialized(
                attribute: "X", header: $"sealed partial class {second}", constructor: "Other([Width] long width)")[Source.Usings.Length..])
        .Replace("[X]", attribute, StringComparison.Ordinal);
}
