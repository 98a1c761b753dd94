using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Parameterize.Generators.Analyzers;

/// <summary>An analyzer of what users write: generated code is not looked at, and files are looked at side by side.</summary>
public abstract class SourceAnalyzer : DiagnosticAnalyzer
{
    private protected SourceAnalyzer(params DiagnosticDescriptor[] rules) => SupportedDiagnostics = ImmutableArray.Create(rules);

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        Register(context);
    }

    /// <summary>Says what to look at.</summary>
    private protected abstract void Register(AnalysisContext context);
}
