extern alias generator;

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Parameterize.TestKit.Setup;
using TorchSharp;
using Generator = generator::Parameterize.Generators.ParameterizeGenerator;

namespace Parameterize.Inference.Tests.Oracle;

/// <summary>Many models in one compilation: generated for, analyzed, and compiled without those that a diagnostic refuses.</summary>
internal static class Compiler
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Collections.Immutable;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Parameterize;
        global using TorchSharp;
        global using TorchSharp.Modules;
        global using static TorchSharp.torch;
        global using static TorchSharp.torch.nn;
        """;

    private static readonly GeneratorUnderTest s_generator = new(() => [new Generator()], new CompilationSetup
    {
        References =
        [
            .. ReferenceAssemblies.FrameworkAnd(typeof(torch), typeof(ParameterizeAttribute)),
            MetadataReference.CreateFromImage(Library.Image),
        ],
        CompilationOptions = new CompilationSetup().CompilationOptions.WithAllowUnsafe(true),
        AssemblyName = "Models",
    });

    /// <summary>Those that may refuse a model.</summary>
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(Generator).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.DefaultSeverity == DiagnosticSeverity.Error)),
    ];

    /// <summary>The assembly of the models that compile, and of each other one what is said of it.</summary>
    public static async Task<(byte[] Image, IReadOnlyDictionary<string, Verdict> Others)> Compile(IReadOnlyList<ModelText> models)
    {
        var files = models.Select(model => new SourceFile(model.Source, $"{model}.cs")).Prepend(new SourceFile(Usings, "Usings.cs"));
        var generated = GeneratorHarness.Run(s_generator, files).Output;

        // The optimizers are alike for all models, long, and never called here.
        var compilation = generated.RemoveSyntaxTrees(
            generated.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".Optimizers.g.cs", StringComparison.Ordinal)));
        var byNamespace = models.ToDictionary(model => model.Namespace);
        var others = new Dictionary<string, Verdict>();
        foreach (var refused in ByModel(await Findings(compilation)))
            others.Add(refused.Key, new(byNamespace[refused.Key], IsFault(refused.Value) ? Outcome.Wrong : Outcome.Refused, refused.Value));
        foreach (var invalid in ByModel(others.Keys.SelectMany(name => ErrorsOfItsOwn(compilation, byNamespace[name]))))
            others[invalid.Key] = new(
                byNamespace[invalid.Key], Outcome.Wrong, "is no valid C#, so its refusal says nothing: " + invalid.Value);
        foreach (var model in models.Where(model => !others.ContainsKey(model.Namespace) && !HasTable(compilation, model)))
            others.Add(model.Namespace, new(model, Outcome.Wrong, "no diagnostic, and no generated code either"));

        while (true)
        {
            using var image = new MemoryStream();
            var result = Without(others.Keys, compilation).Emit(image);
            if (result.Success)
                return (image.ToArray(), others);
            foreach (var broken in result.Diagnostics.Where(IsError).GroupBy(diagnostic => NamespaceOf(diagnostic.Location.SourceTree)!))
                others.Add(broken.Key, Broken(byNamespace[broken.Key], [.. broken]));
        }
    }

    /// <summary>What the analyzers say of models without refusing them.</summary>
    public static async Task<IReadOnlyList<string>> Warnings(IReadOnlyList<ModelText> models)
    {
        var files = models.Select(model => new SourceFile(model.Source, $"{model}.cs")).Prepend(new SourceFile(Usings, "Usings.cs"));
        return [.. (await All(GeneratorHarness.Run(s_generator, files).Output))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic.Location.SourceTree?.FilePath}: {Text(diagnostic)}")];
    }

    /// <summary>A reading that failed refuses its class, but says nothing of it.</summary>
    private static bool IsFault(string said) => said.Contains("PMZ0034 ", StringComparison.Ordinal);

    /// <summary>Where no shape shows a width, the generated method asks for it, and the compiler says that it is missing.</summary>
    private static Verdict Broken(ModelText model, IReadOnlyList<Diagnostic> errors) => errors.All(AsksForAWidth)
        ? new(model, Outcome.Refused, string.Join("\n", errors.Select(Text)))
        : new(model, Outcome.Wrong, "does not compile: " + string.Join("\n", errors.Select(Text)));

    private static bool AsksForAWidth(Diagnostic diagnostic) =>
        diagnostic.Id == "CS7036"
            && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains(".InitializeParameters(", StringComparison.Ordinal);

    private static async Task<IEnumerable<Diagnostic>> Findings(CSharpCompilation compilation) => (await All(compilation)).Where(IsError);

    private static async Task<IReadOnlyCollection<Diagnostic>> All(CSharpCompilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new FixedOptions(s_generator.Setup.GlobalOptions)),
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers(s_analyzers, options).GetAnalyzerDiagnosticsAsync();
        var crash = found.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001");
        return crash is null ? found : throw new InvalidOperationException($"An analyzer threw: {crash.GetMessage(null)}");
    }

    /// <summary>The compiler's errors in a refused model, but for the calls of what would have been generated.</summary>
    private static IEnumerable<Diagnostic> ErrorsOfItsOwn(CSharpCompilation compilation, ModelText model)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == $"{model}.cs");
        return compilation.GetSemanticModel(tree)
            .GetDiagnostics()
            .Where(diagnostic => IsError(diagnostic) && !IsOfTheMissingPart(diagnostic));
    }

    private static bool IsOfTheMissingPart(Diagnostic diagnostic) =>
        diagnostic.Id == "CS0103"
            && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("'InitializeParameters'", StringComparison.Ordinal);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static IReadOnlyDictionary<string, string> ByModel(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .GroupBy(diagnostic =>
            NamespaceOf(diagnostic.Location.SourceTree) ?? throw new InvalidOperationException($"Of no model: {diagnostic}"))
        .ToDictionary(group => group.Key, group => string.Join("\n", group.Select(Text)), StringComparer.Ordinal);

    private static string Text(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
        return FormattableString.Invariant($"{diagnostic.Id} at line {line}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private static bool HasTable(CSharpCompilation compilation, ModelText model) =>
        compilation.GetTypeByMetadataName(model.Namespace + ".M") is { } type && !type.GetMembers("InitializeParameters").IsEmpty;

    private static CSharpCompilation Without(ICollection<string> namespaces, CSharpCompilation compilation) =>
        compilation.RemoveSyntaxTrees(
            compilation.SyntaxTrees.Where(tree => NamespaceOf(tree) is { } name && namespaces.Contains(name)));

    private static string? NamespaceOf(SyntaxTree? tree) =>
        tree?.GetRoot().ChildNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();
}
