namespace Parameterize.Analyzers.Tests.Rules;

public sealed class UnreadableTests : RuleTests
{
    public override string Id => "PMZ0034";

    public override string Hit =>
        Source.Model(header: "sealed partial class {|PMZ0034:Faulty|}", constructor: "Faulty([Width] long width)");

    public override string Message =>
        "Reading 'Faulty' failed (InvalidOperationException: planted by a test, in ReadingFault.ThrowIfPlanted), so nothing is "
            + "generated for it: this is a fault of Parameterize, not of the class; build its layers more simply, and report the fault "
            + "with the class's source";

    public override string NearMiss =>
        Source.Initialized(header: "sealed partial class Faultless", constructor: "Faultless([Width] long width)");

    [Fact]
    public void No_other_class_goes_without_its_part()
    {
        var outcome = GeneratorHarness.Run(Subject.Generator, Source.Plain(Hit), NearMiss);
        Assert.Equal("Faultless.g.cs", Assert.Single(Parts.Of(outcome)));
    }
}
