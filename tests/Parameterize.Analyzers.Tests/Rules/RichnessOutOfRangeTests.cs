namespace Parameterize.Analyzers.Tests.Rules;

public sealed class RichnessOutOfRangeTests : RuleTests
{
    public override string Id => "PMZ0003";

    public override string Hit => Source.Model(attribute: "Parameterize(BaseWidth = 64, Richness = {|PMZ0003:0.75|})");

    public override string Message => "Richness 0.75 is outside [0, 0.5]: updates explode; 0 is NTK (lazy), 0.5 is muP (rich)";

    public override string NearMiss => Source.Initialized(attribute: "Parameterize(BaseWidth = 64, Richness = 0.5)");

    [Theory]
    [InlineData("-0.1", "Richness -0.1 is outside [0, 0.5]: outputs explode at init; 0 is NTK (lazy), 0.5 is muP (rich)")]
    [InlineData("double.NaN", "Richness NaN is outside [0, 0.5]: it is not a number; 0 is NTK (lazy), 0.5 is muP (rich)")]
    public Task The_message_says_what_would_happen(string value, string message) => Subject.Analyzers.Verify(
        Source.Model(attribute: $"Parameterize(BaseWidth = 64, Richness = {{|PMZ0003:{value}|}})"), new ExpectedDiagnostic(Id, message));

    [Fact]
    public Task The_assembly_s_default_is_checked_where_it_is_written() => Subject.Analyzers.Verify(
        Source.Model()
            .Replace(
                "[Parameterize(", "[assembly: ParameterizeDefaults(Richness = {|PMZ0003:2|})]\n\n[Parameterize(",
                StringComparison.Ordinal));
}
