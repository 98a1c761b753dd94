using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Parameterize.Analyzers.Tests.Kit;

/// <summary>What is reported for a source of which a test does not know it beforehand.</summary>
internal static class Reported
{
    /// <summary>The analyzers' diagnostics and the compiler's errors.</summary>
    public static async Task<Diagnostic[]> By(AnalyzerTest test, string source)
    {
        var outcome = GeneratorHarness.Run(test.Generator!, source);
        var output = test.Generator!.WithoutSharedBodies(outcome.Output);
        var errors = output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return [.. errors, .. await By(output)];
    }

    /// <summary>The analyzers' diagnostics; an exception of an analyzer is thrown.</summary>
    public static Task<ImmutableArray<Diagnostic>> By(CSharpCompilation compilation) => By(compilation, Subject.AnalyzerTypes);

    /// <summary>The same of some analyzers.</summary>
    public static async Task<ImmutableArray<Diagnostic>> By(
        CSharpCompilation compilation, ImmutableArray<Func<DiagnosticAnalyzer>> analyzers)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var reported = await Subject.Generator.WithoutSharedBodies(compilation)
            .WithAnalyzers([.. analyzers.Select(create => create())], options)
            .GetAnalyzerDiagnosticsAsync();
        return thrown is null ? reported : throw new InvalidOperationException("An analyzer threw.", thrown);
    }
}
