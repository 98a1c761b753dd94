using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace Parameterize.TestKit.CodeFixes;

/// <summary>
/// Tests of a code fix: marked source before, marked source after. What is marked before has to be reported before the fix, what is marked
/// after has to be left, and both have to compile.
/// </summary>
/// <param name="analyzers">Reports what is fixed.</param>
/// <param name="create">Makes a fresh fix.</param>
public sealed class CodeFixTest(AnalyzerTest analyzers, Func<CodeFixProvider> create)
{
    private const CodeFixTestBehaviors One = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck;

    // Who fixes a whole project has had it analysed. Where the cursor stands, a diagnostic must be found by looking at that place alone.
    private const CodeFixTestBehaviors All = CodeFixTestBehaviors.SkipLocalDiagnosticCheck;

    /// <summary>Fixes the first marked diagnostic that the fix can fix.</summary>
    /// <param name="before">The marked source.</param>
    /// <param name="after">The fixed source, with marks for what is left.</param>
    /// <param name="index">Which of the offered actions to take.</param>
    /// <param name="equivalenceKey">The key of the action to take; goes before the index.</param>
    public Task Verify(string before, string after, int index = 0, string? equivalenceKey = null) =>
        Run([before], [after], One, index, equivalenceKey);

    /// <summary>
    /// Fixes everything, one after the other and at once, as one does on taking up a package: in each document, in the project, in the
    /// solution.
    /// </summary>
    public Task VerifyFixAll(
        IReadOnlyList<SourceFile> before, IReadOnlyList<SourceFile> after, int index = 0, string? equivalenceKey = null) =>
        Run(before, after, All, index, equivalenceKey);

    /// <summary>The same for one file.</summary>
    public Task VerifyFixAll(string before, string after, int index = 0, string? equivalenceKey = null) =>
        VerifyFixAll([before], [after], index, equivalenceKey);

    /// <summary>Asserts that no action is offered for any marked diagnostic.</summary>
    public Task VerifyNoFix(string markup) => Run([markup], [markup], CodeFixTestBehaviors.SkipFixAllCheck, index: 0, equivalenceKey: null);

    private Task Run(
        IReadOnlyList<SourceFile> before, IReadOnlyList<SourceFile> after, CodeFixTestBehaviors behaviors, int index,
        string? equivalenceKey) =>
        new MarkupTest(analyzers, before, create())
        {
            Fixed = after,
            CodeFixTestBehaviors = behaviors,
            CodeActionIndex = equivalenceKey is null ? index : null,
            CodeActionEquivalenceKey = equivalenceKey,
        }.RunAsync();
}
