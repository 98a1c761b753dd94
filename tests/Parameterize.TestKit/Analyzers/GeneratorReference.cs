using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Parameterize.TestKit.Analyzers;

/// <summary>Hands generators to a project of a workspace, which then runs them itself, as an editor does.</summary>
internal sealed class GeneratorReference(GeneratorUnderTest subject) : AnalyzerReference
{
    private readonly ImmutableArray<ISourceGenerator> _generators =
        [.. subject.Create().Select(generator => generator.AsSourceGenerator())];

    public override string? FullPath => null;

    public override object Id => this;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
