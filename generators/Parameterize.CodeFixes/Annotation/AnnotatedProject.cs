using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Checks;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>A project with annotated classes: what the generator makes of it, and what the analyzers say.</summary>
internal sealed class AnnotatedProject
{
    private static readonly TextFix[] Fixes =
    [
        new CallForwardFix(), new UseFactoryFix(), new MoveInitializationFix(), new RemoveCallFix(), new ChangeKindFix(), new TieFix(),
        new OpenPrimaryConstructorFix(),
    ];

    private readonly Compilation _compilation;
    private readonly IReadOnlyList<INamedTypeSymbol> _classes;
    private readonly IReadOnlyList<Diagnostic> _said;
    private readonly CancellationToken _cancellation;

    private AnnotatedProject(
        Compilation compilation, IReadOnlyList<INamedTypeSymbol> classes, IReadOnlyList<Diagnostic> said, CancellationToken cancellation) =>
        (_compilation, _classes, _said, _cancellation) = (compilation, classes, said, cancellation);

    /// <summary>Runs generator and analyzers.</summary>
    /// <param name="source">Without generated parts.</param>
    /// <param name="classes">The full names of the classes that are looked at.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<AnnotatedProject> Read(
        CSharpCompilation source, IReadOnlyCollection<string> classes, CancellationToken cancellation)
    {
        var options = source.SyntaxTrees.Select(tree => tree.Options).OfType<CSharpParseOptions>().FirstOrDefault();
        CSharpGeneratorDriver
            .Create([new ParameterizeGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(source, out var compilation, out _, cancellation);
        var analyzers = typeof(ParameterizeGenerator).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
        var said = await compilation.WithAnalyzers([.. analyzers]).GetAnalyzerDiagnosticsAsync(cancellation).ConfigureAwait(false);
        var types = classes.Select(name =>
            compilation.GetSymbolsWithName(name.Split('.').Last().Split('<')[0], SymbolFilter.Type, cancellation)
                .OfType<INamedTypeSymbol>()
                .FirstOrDefault(type => type.ToDisplayString() == name));
        return new AnnotatedProject(
            compilation, [.. types.OfType<INamedTypeSymbol>()], [.. said.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)],
            cancellation);
    }

    /// <summary>A project without what this generator has made of it.</summary>
    public static CSharpCompilation WithoutGenerated(CSharpCompilation compilation) => compilation.RemoveSyntaxTrees(
        compilation.SyntaxTrees.Where(tree => tree.FilePath.Contains(nameof(ParameterizeGenerator))));

    /// <summary>What mends the classes, and their optimizers, in the one way that there is.</summary>
    public IReadOnlyList<Edit> SureEdits()
    {
        var edits = new List<Edit>();
        foreach (var diagnostic in _said.Where(IsOurs))
        {
            var tree = diagnostic.Location.SourceTree!;
            var site = new FixSite(
                diagnostic, tree.GetRoot(_cancellation), _compilation.GetSemanticModel(tree), tree.GetText(_cancellation), _cancellation);
            var offers = Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id))
                .SelectMany(fix => fix.OffersAt(site))
                .ToArray();
            if (offers.Length == 1)
            {
                edits.AddRange(offers[0].Edits);
            }
        }

        edits.AddRange(
            _classes.SelectMany(type =>
                GivenSizes.Of(type, _compilation, _cancellation).Concat(ParameterUses.Of(type, _compilation, _cancellation))));
        return [.. edits.Distinct()];
    }

    /// <summary>What is left to the author.</summary>
    /// <param name="known">The errors that the project had before.</param>
    public IEnumerable<Remark> Remarks(ICollection<string> known)
    {
        // A refused class has no generated members; that it calls them says nothing of its own.
        var errors = _compilation.GetDiagnostics(_cancellation)
            .Where(problem =>
                problem.Severity == DiagnosticSeverity.Error && !known.Contains(Annotator.Told(problem)) && IsInClasses(problem.Location)
                    && !IsOfMissingPart(problem));
        return _said.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && IsOurs(diagnostic)).Concat(errors)
            .Select(problem => new Remark(problem.Location, $"{problem.Id}: {problem.GetMessage(CultureInfo.InvariantCulture)}"));
    }

    /// <summary>How each class scales.</summary>
    public IReadOnlyList<(string Class, string? Table)> Tables() => [.. _classes.Select(type =>
        (type.Name, type.Attribute(WellKnownNames.ParameterizeAttribute) is { } attribute
            && ModelReading.Read(type, attribute, _compilation, _cancellation).Model is { } model
            ? Generators.Emission.TableEmitter.TableOf(model).ToString()
            : null))];

    private bool IsOurs(Diagnostic diagnostic) => diagnostic.Location.SourceTree is not null
        && (IsInClasses(diagnostic.Location)
            || (diagnostic.Id is DiagnosticIds.PlainOptimizer or DiagnosticIds.FlatSchedule && SpeaksOfClass(diagnostic)));

    private bool IsOfMissingPart(Diagnostic problem) => problem.Id == "CS0103" && problem.Location.SourceTree!.GetRoot(_cancellation)
        .FindNode(problem.Location.SourceSpan) is IdentifierNameSyntax { Identifier.ValueText: MemberNameList.InitializeParameters };

    private bool SpeaksOfClass(Diagnostic diagnostic)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return _classes.Any(type => message.Contains($"'{type.Name}'"));
    }

    private bool IsInClasses(Location location) => location.SourceTree is { } tree
        && tree.GetRoot(_cancellation).FindNode(location.SourceSpan).AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
            .Any(type =>
                _compilation.GetSemanticModel(tree).GetDeclaredSymbol(type, _cancellation) is { } symbol
                    && _classes.Contains(symbol, SymbolEqualityComparer.Default));
}
