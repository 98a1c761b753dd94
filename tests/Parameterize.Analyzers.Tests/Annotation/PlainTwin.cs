using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.CodeFixes.Annotation;

namespace Parameterize.Analyzers.Tests.Annotation;

/// <summary>A model of the corpus: as its author wrote it, and as it was annotated by hand.</summary>
internal sealed record PlainTwin(string Name, string Plain, string Annotated)
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        """;

    public static IReadOnlyList<PlainTwin> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Corpus, "Plain"), "*.cs").Order(StringComparer.Ordinal)
            .Select(plain => new PlainTwin(
                Path.GetFileNameWithoutExtension(plain),
                File.ReadAllText(plain),
                File.ReadAllText(Path.Combine(Corpus, "Annotated", Path.GetFileName(plain))))),
    ];

    private static string Corpus => Path.Combine(Page.Root, "tests", "Parameterize.Models.Tests");

    /// <summary>The classes that the file declares.</summary>
    public IReadOnlyList<string> Classes =>
        [
            .. CSharpSyntaxTree.ParseText(Plain)
                .GetRoot()
                .DescendantNodes()
                .OfType<ClassDeclarationSyntax>()
                .Select(type => type.Identifier.ValueText),
        ];

    /// <summary>Whether a place is in the file.</summary>
    public bool Has(Location location) => location.SourceTree?.FilePath == FileOf(Name);

    private static CSharpCompilation Compile(IEnumerable<(string Name, string Text)> files) =>
        Subject.Setup.Compile([
            .. files.Select(file => new SourceFile(file.Text, FileOf(file.Name))), new SourceFile(ImplicitUsings, "Usings.cs"),
        ]);

    private static string FileOf(string name) => name + ".cs";

    /// <summary>What annotating all of them in one project gives, and what the hand wrote.</summary>
    public static async Task<(AnnotationResult Result, IReadOnlyList<(string Class, string? Table)> ByHand)> Annotate()
    {
        var compilation = Compile(All.Select(twin => (twin.Name, twin.Plain)));
        var result = await Annotator.Annotate(
            compilation, [.. PlainModels.In(compilation, CancellationToken.None)], baseWidth: null, CancellationToken.None);
        var hand = Compile(All.Select(twin => (twin.Name, twin.Annotated)));
        var names = hand.GetSymbolsWithName(_ => true, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Where(type => type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ParameterizeAttribute"))
            .Select(type => type.ToDisplayString())
            .ToArray();
        return (result, (await AnnotatedProject.Read(hand, names, CancellationToken.None)).Tables());
    }
}
