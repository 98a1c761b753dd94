using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Analyzers;

namespace Parameterize.Analyzers.Tests.Kit;

/// <summary>What became of a mutated source.</summary>
internal enum Outcome
{
    /// <summary>The compiler itself throws.</summary>
    Uncompilable,

    /// <summary>It has errors that are not for lack of generated members.</summary>
    Broken,

    /// <summary>It would be good with its generated members, but an analyzer says what is wrong.</summary>
    Refused,

    /// <summary>It asks the generated members for something that they do not have.</summary>
    Misused,

    /// <summary>It compiles with its generated part.</summary>
    Compiled,
}

/// <summary>Compares the errors of a source before and after generation.</summary>
internal static class FuzzedModel
{
    private const string File = "Source0.cs";

    /// <summary>Runs the generator and all analyzers; throws where one does, and where generation brings an error or a warning.</summary>
    /// <param name="empty">References and options.</param>
    /// <param name="source">The mutated source.</param>
    /// <param name="analyzeBroken">Whether all analyzers see it even if it has errors of its own, which takes most of the time.</param>
    public static async Task<Outcome> Check(CSharpCompilation empty, string source, bool analyzeBroken)
    {
        var tree = CSharpSyntaxTree.ParseText(source, Subject.Setup.ParseOptions.WithLanguageVersion(LanguageVersion.Preview), File);
        var outcome = GeneratorHarness.Run(
            Subject.Under(Subject.Setup.At(LanguageVersion.Preview)), empty.RemoveAllSyntaxTrees().AddSyntaxTrees(tree));
        if (ErrorsOf(outcome.Input) is not { } before)
        {
            return Outcome.Uncompilable;
        }

        var isBroken = before.Any(error => !IsMissing(error));
        var reported = await Reported.By(outcome.Output, isBroken && !analyzeBroken ? [() => new ModelAnalyzer()] : Subject.AnalyzerTypes);
        Assert.DoesNotContain(reported, diagnostic => diagnostic.Id == "PMZ0034");
        if (isBroken)
        {
            return Outcome.Broken;
        }

        var problems = outcome.Output.GetDiagnostics()
            .Where(problem => problem.Severity >= DiagnosticSeverity.Warning && !problem.IsSuppressed).ToArray();
        Assert.DoesNotContain(problems, problem => problem.Location.SourceTree is { } place && place != tree);
        var known = before.Select(error => (error.Id, error.Location.SourceSpan)).ToHashSet();
        var after = problems.Where(problem => problem.Severity == DiagnosticSeverity.Error).ToArray();
        var brought = after.Where(error => !known.Contains((error.Id, error.Location.SourceSpan))).ToArray();
        Assert.DoesNotContain(brought, error => !IsAboutGenerated(error, before));
        if (reported.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return Outcome.Refused;
        }

        return after.Length == 0 ? Outcome.Compiled : Outcome.Misused;
    }

    /// <summary>Null where Roslyn itself throws, as on a class that is called <c>__arglist</c>.</summary>
    private static Diagnostic[]? ErrorsOf(CSharpCompilation compilation)
    {
        try
        {
            return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        }
        catch (Exception exception) when (exception is NullReferenceException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsMissing(Diagnostic error) => error.Id is "CS0103" or "CS1061" or "CS0117";

    /// <summary>Whether an error stands where a generated member is used, that was missing before.</summary>
    private static bool IsAboutGenerated(Diagnostic error, IEnumerable<Diagnostic> before)
    {
        var root = error.Location.SourceTree!.GetRoot();
        var around = root.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true)
            .AncestorsAndSelf()
            .Where(node =>
                node is InvocationExpressionSyntax or MemberAccessExpressionSyntax or ArgumentListSyntax or BinaryExpressionSyntax
                    or TupleExpressionSyntax)
            .ToArray();
        return before.Any(missing => Array.Exists(around, node => node.Span.Contains(missing.Location.SourceSpan)));
    }
}
