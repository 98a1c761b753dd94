using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.Testing;

namespace Parameterize.TestKit;

/// <summary>
/// Tests of a code fix: marked source before, marked source after. What is marked before has to be reported before the fix, what is marked
/// after has to be left, and both have to compile.
/// </summary>
/// <param name="analyzers">Reports what is fixed.</param>
/// <param name="create">Makes a fresh fix.</param>
public sealed class CodeFixTest(AnalyzerTest analyzers, Func<CodeFixProvider> create)
{
    /// <summary>Fixes the first marked diagnostic that the fix can fix.</summary>
    /// <param name="before">The marked source.</param>
    /// <param name="after">The fixed source, with marks for what is left.</param>
    /// <param name="index">Which of the offered actions to take.</param>
    /// <param name="equivalenceKey">The key of the action to take; goes before the index.</param>
    public async Task Verify(string before, string after, int index = 0, string? equivalenceKey = null) =>
        await Verify([before], [after], index, equivalenceKey);

    /// <summary>The same for several files.</summary>
    public async Task Verify(
        IReadOnlyList<SourceFile> before, IReadOnlyList<SourceFile> after, int index = 0, string? equivalenceKey = null)
    {
        var files = MarkedFile.Parse(before);
        using var workspace = new FixWorkspace(analyzers, files);
        var (fix, diagnostics) = (create(), await Fixable(workspace, files));
        var action = Choose(await Offered(workspace, fix, diagnostics[0]), index, equivalenceKey);
        await Compare(await Apply(action), after);
    }

    /// <summary>Fixes everything in a scope at once, as one does on taking up a package.</summary>
    public async Task VerifyFixAll(
        IReadOnlyList<SourceFile> before, IReadOnlyList<SourceFile> after, FixAllScope scope = FixAllScope.Project, int index = 0,
        string? equivalenceKey = null)
    {
        var files = MarkedFile.Parse(before);
        using var workspace = new FixWorkspace(analyzers, files);
        var (fix, diagnostics) = (create(), await Fixable(workspace, files));
        var chosen = Choose(await Offered(workspace, fix, diagnostics[0]), index, equivalenceKey);
        var provider = fix.GetFixAllProvider() ?? throw new CodeFixException($"{fix.GetType().Name} has no fix-all provider.");
        if (!provider.GetSupportedFixAllScopes().Contains(scope))
            throw new CodeFixException($"{fix.GetType().Name} does not fix all of a {scope}.");

        var key = chosen.EquivalenceKey ?? throw new CodeFixException($"'{chosen.Title}' has no equivalence key, and cannot fix all.");
        var context = new FixAllContext(
            DocumentOf(workspace, diagnostics[0]), fix, scope, key,
            diagnostics.Select(d => d.Id).Distinct(StringComparer.Ordinal), new FixedDiagnostics(diagnostics), CancellationToken.None);
        var action = await provider.GetFixAsync(context) ?? throw new CodeFixException("The fix-all provider offers nothing.");
        await Compare(await Apply(action), after);
    }

    /// <summary>The same for one file.</summary>
    public Task VerifyFixAll(
        string before, string after, FixAllScope scope = FixAllScope.Document, int index = 0, string? equivalenceKey = null) =>
        VerifyFixAll([before], [after], scope, index, equivalenceKey);

    /// <summary>Asserts that no action is offered for any marked diagnostic.</summary>
    public async Task VerifyNoFix(string markup)
    {
        var files = MarkedFile.Parse([markup]);
        using var workspace = new FixWorkspace(analyzers, files);
        foreach (var diagnostic in await Fixable(workspace, files))
            if (await Offered(workspace, create(), diagnostic) is [var action, ..])
                throw new CodeFixException($"'{action.Title}' is offered for {diagnostic.Id}, and nothing should be.");
    }

    // Also the test of the analyzer: a fix of something that is not reported helps nobody.
    private async Task<ImmutableArray<Diagnostic>> Fixable(FixWorkspace workspace, ImmutableArray<MarkedFile> files)
    {
        var reported = await workspace.Diagnostics();
        if (MarkedFile.Mismatch(files, reported) is { } mismatch)
            throw new DiagnosticsException($"Before the fix: {mismatch}");
        var ids = create().FixableDiagnosticIds;
        var fixable = reported.Where(d => ids.Contains(d.Id)).ToImmutableArray();
        return fixable.IsEmpty ? throw new CodeFixException($"Nothing to fix is marked; fixable: {string.Join(", ", ids)}.") : fixable;
    }

    private static Document DocumentOf(FixWorkspace workspace, Diagnostic diagnostic) =>
        workspace.DocumentAt(diagnostic.Location.SourceTree!.FilePath);

    private static async Task<List<CodeAction>> Offered(FixWorkspace workspace, CodeFixProvider fix, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var document = DocumentOf(workspace, diagnostic);
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await fix.RegisterCodeFixesAsync(context);
        return actions;
    }

    private static CodeAction Choose(List<CodeAction> offered, int index, string? equivalenceKey)
    {
        var chosen = equivalenceKey is null ? offered.ElementAtOrDefault(index) : offered.Find(a => a.EquivalenceKey == equivalenceKey);
        var wanted = equivalenceKey ?? index.ToString(CultureInfo.InvariantCulture);
        var list = offered.Select((a, i) => FormattableString.Invariant($"\n  {i}: '{a.Title}' (key '{a.EquivalenceKey}')"));
        return chosen ?? throw new CodeFixException($"There is no action {wanted}; offered:{string.Concat(list)}");
    }

    private static async Task<ImmutableSortedDictionary<string, string>> Apply(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var change = operations.OfType<ApplyChangesOperation>().SingleOrDefault()
            ?? throw new CodeFixException($"'{action.Title}' changes nothing.");
        return await FixWorkspace.Texts(change.ChangedSolution);
    }

    private async Task Compare(ImmutableSortedDictionary<string, string> fixedTexts, IReadOnlyList<SourceFile> after)
    {
        var expected = MarkedFile.Parse(after);
        var texts = expected.ToDictionary(f => f.Path, f => f.Content.Text, StringComparer.Ordinal);
        foreach (var path in texts.Keys.Union(fixedTexts.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (want, have) = (texts.GetValueOrDefault(path, ""), fixedTexts.GetValueOrDefault(path, ""));
            if (want != have)
                throw new CodeFixException($"The fixed {path} is different (- expected, + fixed):\n{UnifiedDiff.Of(want, have)}");
        }

        if (MarkedFile.Mismatch(expected, await analyzers.Run(expected)) is { } mismatch)
            throw new DiagnosticsException($"After the fix: {mismatch}");
    }
}
