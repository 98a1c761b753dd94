using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Parameterize.TestKit.Analyzers;

/// <summary>
/// Markup tests of analyzers: <c>await Test.Verify("class {|PMZ0001:C|} { }")</c>. The marked diagnostics have to be exactly the reported
/// ones. Source must compile, but errors of the compiler can be marked like any other diagnostic.
/// </summary>
/// <param name="create">Makes fresh analyzers.</param>
public sealed class AnalyzerTest(params Func<DiagnosticAnalyzer>[] create)
{
    /// <summary>How sources are compiled; that of the <see cref="Generator"/> where there is one.</summary>
    public CompilationSetup Setup { get => field ??= Generator?.Setup ?? new(); init; }

    /// <summary>A generator that runs first, so that the sources may use what it generates.</summary>
    public GeneratorUnderTest? Generator { get; init; }

    /// <summary>Verifies one marked source.</summary>
    /// <param name="markup">The marked source.</param>
    /// <param name="details">Messages and severities, where they matter.</param>
    /// <returns>The diagnostics, for a test that asks for more.</returns>
    public Task<ImmutableArray<Diagnostic>> Verify(string markup, params ExpectedDiagnostic[] details) => Verify([markup], details);

    /// <summary>Verifies several marked files.</summary>
    public async Task<ImmutableArray<Diagnostic>> Verify(IEnumerable<SourceFile> files, params ExpectedDiagnostic[] details)
    {
        var test = new MarkupTest(this, files);
        await test.RunAsync();
        ExpectedDiagnostic.Compare(details, test.Reported);
        return test.Reported;
    }

    /// <summary>
    /// Verifies the marks, and that <c>#pragma warning disable</c> above the code silences each marked id. A diagnostic whose location was
    /// rebuilt from a path instead of taken from the tree cannot be silenced in this way.
    /// </summary>
    public async Task AssertPragmaSuppresses(string markup)
    {
        var test = new MarkupTest(this, [markup]) { TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck };
        await test.RunAsync();
        if (test.Reported.IsEmpty)
            throw new ArgumentException("The markup marks nothing that could be suppressed.", nameof(markup));
    }

    internal IEnumerable<DiagnosticAnalyzer> CreateAnalyzers() => create.Select(one => one());
}
