using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Parameterize.TestKit;

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
        var marked = MarkedFile.Parse(files);
        var actual = await Run(marked);
        if (MarkedFile.Mismatch(marked, actual) is { } mismatch)
            throw new DiagnosticsException(mismatch);
        Compare(details, actual);
        return actual;
    }

    /// <summary>
    /// Verifies the marks, and that <c>#pragma warning disable</c> above the code silences each marked id. A diagnostic whose location was
    /// rebuilt from a path instead of taken from the tree cannot be silenced in this way.
    /// </summary>
    public async Task AssertPragmaSuppresses(string markup)
    {
        await Verify(markup);
        var parsed = Markup.Parse(markup);
        var ids = parsed.Marks.Select(m => m.Id).Distinct(StringComparer.Ordinal).ToArray();
        if (ids.Length == 0)
            throw new ArgumentException("The markup marks nothing that could be suppressed.", nameof(markup));

        var silenced = $"#pragma warning disable {string.Join(", ", ids)}\n{parsed.Text}";
        var left = (await Run([new("Source0.cs", new(silenced, []))]))
            .Where(d => ids.Contains(d.Id, StringComparer.Ordinal))
            .Select(d => FormattableString.Invariant($"\n  {d}"))
            .ToArray();
        if (left.Length > 0)
            throw new DiagnosticsException($"#pragma warning disable has no effect on:{string.Concat(left)}");
    }

    internal async Task<ImmutableArray<Diagnostic>> Run(ImmutableArray<MarkedFile> files)
    {
        CSharpCompilation compilation = Setup.Compile(files.Select(f => new SourceFile(f.Content.Text, f.Path)));
        if (Generator is not null)
            compilation = GeneratorHarness.Run(Generator with { Setup = Setup }, compilation).Output;
        return await Run(compilation);
    }

    internal Task<ImmutableArray<Diagnostic>> Run(CSharpCompilation compilation) =>
        AnalyzerRun.Of(compilation, [.. create.Select(c => c())], Setup);

    private static void Compare(ExpectedDiagnostic[] details, ImmutableArray<Diagnostic> actual)
    {
        var problems = details.GroupBy(d => d.Id, StringComparer.Ordinal)
            .SelectMany(group => Contradictions([.. group], [.. actual.Where(a => a.Id == group.Key)]))
            .ToArray();
        if (problems.Length > 0)
            throw new DiagnosticsException(string.Join("\n", problems));
    }

    private static IEnumerable<string> Contradictions(ExpectedDiagnostic[] expected, Diagnostic[] actual) =>
        expected.Length > actual.Length
            ? [$"{expected[0].Id} is described {expected.Length} times and reported {actual.Length} times."]
            : expected.Zip(actual, (e, a) => e.Contradiction(a)).OfType<string>();
}
