namespace Parameterize.Analyzers.Tests.Kit;

/// <summary>What holds of every rule: a hit at its place with its message, silence at a near miss, silence under #pragma.</summary>
public abstract class RuleTests
{
    /// <summary>The rule's id.</summary>
    public abstract string Id { get; }

    /// <summary>A source with one mark of the rule.</summary>
    public abstract string Hit { get; }

    /// <summary>What is said there.</summary>
    public abstract string Message { get; }

    /// <summary>A source that nothing is wrong with and that looks much like the hit.</summary>
    public abstract string NearMiss { get; }

    protected DiagnosticDescriptor Descriptor => Subject.Descriptors.Single(descriptor => descriptor.Id == Id);

    internal CompilationSetup Setup => Test.Setup;

    private protected virtual AnalyzerTest Test => Subject.Analyzers;

    [Fact]
    public async Task Is_reported_at_its_place_with_its_message()
    {
        // fi-FI writes another minus and a decimal comma; a message is the same everywhere.
        using var culture = new CultureScope("fi-FI");
        var reported = await Test.Verify(Hit, new ExpectedDiagnostic(Id, Message, Descriptor.DefaultSeverity));
        Assert.Contains(reported, diagnostic => diagnostic.Id == Id);
    }

    [Fact]
    public Task A_near_miss_is_silent() => Test.Verify(NearMiss);

    [Fact]
    public Task A_pragma_suppresses_it() => Test.AssertPragmaSuppresses(Hit);
}
