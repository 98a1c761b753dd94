using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Parameterize.TestKit;

/// <summary>Runs analyzers over a compilation and returns everything a build would report: theirs, and the compiler's errors.</summary>
internal static class AnalyzerRun
{
    public static async Task<ImmutableArray<Diagnostic>> Of(
        CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, CompilationSetup setup)
    {
        var crashes = new List<(Exception Exception, DiagnosticAnalyzer Analyzer)>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], setup.OptionsProvider),
            onAnalyzerException: (exception, analyzer, _) =>
            {
                lock (crashes)
                    crashes.Add((exception, analyzer));
            },
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var reported = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();

        // The compiler makes warning AD0001 of it. A user would have to guess; a test should show the stack.
        if (crashes is [var crash, ..])
            throw new DiagnosticsException($"AD0001: {crash.Analyzer.GetType().Name} threw {crash.Exception}", crash.Exception);
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        return
        [
            .. reported.Concat(errors)
                .OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan.Start)
                .ThenByDescending(d => d.Location.SourceSpan.Length)
                .ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
    }
}
