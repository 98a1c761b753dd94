extern alias package;

using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Parameterize.Generators;

namespace Parameterize.Analyzers.Tests.Kit;

/// <summary>What all tests test: the generator with every analyzer of its assembly, as the compiler loads them.</summary>
internal static class Subject
{
    public static MetadataReference TorchSharp { get; } = ReferenceAssemblies.Of(typeof(TorchSharp.torch).Assembly);

    public static MetadataReference Package { get; } = ReferenceAssemblies.Of(typeof(package::Parameterize.ParameterizeAttribute).Assembly);

    public static CompilationSetup Setup { get; } = new() { References = [.. ReferenceAssemblies.Framework, TorchSharp, Package] };

    public static GeneratorUnderTest Generator { get; } = Under(Setup);

    public static ImmutableArray<Func<DiagnosticAnalyzer>> AnalyzerTypes { get; } = Exported<DiagnosticAnalyzer>(
        typeof(ParameterizeGenerator));

    public static ImmutableArray<Func<CodeFixProvider>> FixTypes { get; } = Exported<CodeFixProvider>(typeof(CodeFixes.MakePartialFix));

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. AnalyzerTypes.SelectMany(create => create().SupportedDiagnostics)
            .Distinct()
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    public static AnalyzerTest Analyzers { get; } = With(Setup);

    public static AnalyzerTest With(CompilationSetup setup) => new([.. AnalyzerTypes]) { Generator = Under(setup) };

    public static GeneratorUnderTest Under(CompilationSetup setup) =>
        new(() => [new ParameterizeGenerator()], setup)
        {
            LowestLanguageVersion = LanguageVersion.CSharp10,
            SharedSources = ["Parameterize.TorchSupport.g.cs"],
        };

    public static CodeFixTest Fix<TFix>()
        where TFix : CodeFixProvider, new() => new(Analyzers, () => new TFix());

    /// <summary>Lets the reading of each class of this name throw.</summary>
    [ModuleInitializer]
    internal static void PlantFault() => AppContext.SetSwitch("Parameterize.Generators.FaultIn.Faulty", true);

    private static ImmutableArray<Func<T>> Exported<T>(Type sibling) =>
    [
        .. sibling.Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (Func<T>)(() => (T)Activator.CreateInstance(type)!)),
    ];
}
