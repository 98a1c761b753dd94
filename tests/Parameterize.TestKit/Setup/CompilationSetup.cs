using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.TestKit.Setup;

/// <summary>How test sources are compiled. Defined once for a test project, so that generators, analyzers and fixes see the same.</summary>
public sealed record CompilationSetup
{
    // Unreadable documentation is a warning of the generated code like any other, so comments are parsed as a documenting build does.
    private static readonly CSharpParseOptions DefaultParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    // CS1701 and CS1702 (an assembly built against an older framework is referenced): the SDK turns them off in every project.
    private static readonly CSharpCompilationOptions DefaultOptions =
        new(
            OutputKind.DynamicallyLinkedLibrary,
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)],
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999);

    /// <summary>The assemblies referenced; by default those of the framework.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = ReferenceAssemblies.Framework;

    /// <summary>Language version, symbols, features.</summary>
    public CSharpParseOptions ParseOptions { get; init; } = DefaultParseOptions;

    /// <summary>A library with nullable enabled and every warning wave on.</summary>
    public CSharpCompilationOptions CompilationOptions { get; init; } = DefaultOptions;

    /// <summary>What <c>AnalyzerConfigOptionsProvider.GlobalOptions</c> holds.</summary>
    public ImmutableDictionary<string, string> GlobalOptions { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The name of the compiled assembly.</summary>
    public string AssemblyName { get; init; } = "TestSubject";

    internal FixedOptions OptionsProvider => new(GlobalOptions);

    /// <summary>The same for another language version.</summary>
    public CompilationSetup At(LanguageVersion version) => this with { ParseOptions = ParseOptions.WithLanguageVersion(version) };

    /// <summary>Compiles the files in the given order.</summary>
    public CSharpCompilation Compile(IEnumerable<SourceFile> files) =>
        CSharpCompilation.Create(AssemblyName, SourceFile.Named(files).Select(Parse), References, CompilationOptions);

    internal SyntaxTree Parse(SourceFile file) => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path ?? "");
}
