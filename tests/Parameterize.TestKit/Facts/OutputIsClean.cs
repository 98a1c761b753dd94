using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.TestKit.Facts;

/// <summary>Fact: what was generated compiles without a warning, for users of the oldest supported C# as of the newest.</summary>
public static class OutputIsClean
{
    /// <summary>Generates and compiles at the lowest and at the configured language version.</summary>
    public static void Assert(GeneratorUnderTest subject, params IEnumerable<SourceFile> files)
    {
        var sources = files.ToArray();
        var configured = subject.Setup.ParseOptions.LanguageVersion;
        foreach (var version in new[] { subject.LowestLanguageVersion.MapSpecifiedToEffectiveVersion(), configured }.Distinct())
            Assert(GeneratorHarness.Run(subject.At(version), sources), subject.IgnoredIds);
    }

    /// <summary>Fails when the output compilation of <paramref name="outcome"/> has warnings or errors beside the ignored ones.</summary>
    public static void Assert(GeneratorOutcome outcome, ImmutableArray<string> ignoredIds = default)
    {
        var input = outcome.Input.SyntaxTrees.ToImmutableHashSet();
        var problems = outcome.Output.GetDiagnostics()
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)
            .Where(d => ignoredIds.IsDefault || !ignoredIds.Contains(d.Id))
            .Where(d => !IsUndocumentedInput(d, input))
            .ToArray();
        if (problems.Length > 0)
            throw new NotCleanException($"Does not compile cleanly as C# {Version(outcome)}:\n{string.Join("\n", problems.Select(Show))}");
    }

    // Comments are parsed as in a documenting build, which would ask the test's own source for documentation too. Generated members have
    // to have it.
    private static bool IsUndocumentedInput(Diagnostic diagnostic, ImmutableHashSet<SyntaxTree> input) =>
        diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree is { } tree && input.Contains(tree);

    private static string Version(GeneratorOutcome outcome) => outcome.Output.LanguageVersion.ToDisplayString();

    private static string Show(Diagnostic diagnostic)
    {
        var tree = diagnostic.Location.SourceTree;
        var line = tree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
        return $"  {FormattableString.Invariant($"{diagnostic}")}{(line is null ? "" : $"\n      {line}")}";
    }
}
