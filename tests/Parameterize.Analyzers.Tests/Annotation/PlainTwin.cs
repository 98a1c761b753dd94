using Microsoft.CodeAnalysis.CSharp;
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

    public static CSharpCompilation Compile(string source) => Subject.Setup.Compile([new SourceFile(source, "Model.cs"), new SourceFile(ImplicitUsings, "Usings.cs")]);

    /// <summary>What annotating gives, of the file and of what the hand wrote.</summary>
    public async Task<(AnnotationResult Result, IReadOnlyList<(string Class, string? Table)> ByHand)> Run()
    {
        var compilation = Compile(Plain);
        var models = PlainModels.In(compilation, CancellationToken.None).ToArray();
        var result = await Annotator.Annotate(compilation, models, CancellationToken.None);
        var hand = Compile(Annotated);
        var names = hand.GetSymbolsWithName(_ => true, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Where(type => type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ParameterizeAttribute"))
            .Select(type => type.ToDisplayString())
            .ToArray();
        return (result, (await AnnotatedProject.Of(hand, names, CancellationToken.None)).Tables());
    }
}
