using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Parameterize.Analyzers.Tests;

/// <summary>
/// Nothing of what is generated warns where a project has every rule of the SDK's analyzers on, as <c>AnalysisLevel</c>
/// <c>latest-all</c> has, and promises to comply with the CLS.
/// </summary>
public sealed class StrictConsumerTests
{
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> Sdk = new(Load);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, FuzzSeeds.All.Length)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Generated_code_has_no_warning(int seed)
    {
        var options = Subject.Setup.CompilationOptions.WithSpecificDiagnosticOptions(
        [
            .. Sdk.Value.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct(StringComparer.Ordinal)
                .Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn)),
            .. Subject.Setup.CompilationOptions.SpecificDiagnosticOptions,
        ]);
        var setup = Subject.Setup with { CompilationOptions = options };
        var outcome = GeneratorHarness.Run(Subject.Under(setup), FuzzSeeds.All[seed], "[assembly: System.CLSCompliant(true)]");
        var reported = await outcome.Output
            .WithAnalyzers(
                Sdk.Value,
                new CompilationWithAnalyzersOptions(
                    new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAllDiagnosticsAsync();
        var sources = outcome.Input.SyntaxTrees.ToHashSet();
        Assert.NotEmpty(outcome.Output.SyntaxTrees.Except(sources));
        Assert.Contains(reported, diagnostic => diagnostic.Id.StartsWith("CA", StringComparison.Ordinal));
        Assert.DoesNotContain(reported, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
            && diagnostic.Location.SourceTree is { } tree && !sources.Contains(tree));
        Assert.DoesNotContain(reported, diagnostic => diagnostic.Id == "AD0001");
    }

    /// <summary>Those that the SDK brings: it has them beside its build files.</summary>
    private static ImmutableArray<DiagnosticAnalyzer> Load()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk"));
        var folder = Directory.EnumerateDirectories(root)
            .Select(sdk => Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers"))
            .Where(Directory.Exists)
            .Max(StringComparer.Ordinal) ?? throw new DirectoryNotFoundException($"No SDK with analyzers in {root}.");
        return
        [
            .. new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" }
                .Select(file => Assembly.LoadFrom(Path.Combine(folder, file)))
                .SelectMany(assembly => assembly.GetTypes())
                .Where(type =>
                    !type.IsAbstract
                        && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
    }
}
