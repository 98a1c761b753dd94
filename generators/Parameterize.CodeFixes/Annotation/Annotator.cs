using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Parameterize.CodeFixes.Infrastructure;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>
/// Annotates plain TorchSharp modules: first what the constructors show, then what the analyzers say is left, until they say no more that
/// is sure.
/// </summary>
internal static class Annotator
{
    /// <summary>Each round mends what the last one brought to light; more of them mend nothing.</summary>
    private const int MostRounds = 8;

    /// <summary>Annotates classes and the plain modules that they build.</summary>
    /// <param name="compilation">The project, with or without what this package's generator makes of it.</param>
    /// <param name="chosen">The classes; those that cannot be annotated have a remark.</param>
    /// <param name="baseWidth">The base of the first width; null for its default, or 64.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<AnnotationResult> Annotate(
        CSharpCompilation compilation, IReadOnlyList<INamedTypeSymbol> chosen, int? baseWidth, CancellationToken cancellation)
    {
        var source = AnnotatedProject.WithoutGenerated(compilation);
        var files = source.SyntaxTrees.ToDictionary(tree => tree, tree => tree);
        var plan = new WidthPlan(
            source, baseWidth, cancellation).Of([.. chosen.Select(type => Same(type, source)).OfType<INamedTypeSymbol>()]);
        if (plan.Models.Count == 0)
        {
            return new AnnotationResult(files, plan.Remarks, []);
        }

        var names = plan.Models.Select(model => model.Type.ToDisplayString()).ToArray();
        var known = new HashSet<string>(
            source.GetDiagnostics(cancellation).Where(problem => problem.Severity == DiagnosticSeverity.Error).Select(Told));
        var moved = new Positions(plan.Remarks.Select(remark => remark.Location));
        Apply(new FirstEdits(source, cancellation).Of(plan));
        var project = await AnnotatedProject.Read(source, names, cancellation).ConfigureAwait(false);
        for (var round = 0; round < MostRounds && project.SureEdits() is { Count: > 0 } edits; round++)
        {
            Apply(edits);
            project = await AnnotatedProject.Read(source, names, cancellation).ConfigureAwait(false);
        }

        var remarks = plan.Remarks.Select((remark, index) => remark with { Location = moved.Of(index) }).Concat(project.Remarks(known));
        return new AnnotationResult(files, [.. remarks], project.Tables());

        void Apply(IReadOnlyList<Edit> edits)
        {
            foreach (var file in edits.GroupBy(edit => edit.Tree).ToArray())
            {
                var text = file.Key.GetText(cancellation);
                var changed = file.ToArray().ApplyTo(file.Key.GetRoot(cancellation), text);
                var tree = file.Key.WithChangedText(changed);
                source = source.ReplaceSyntaxTree(file.Key, tree);
                files[files.First(pair => pair.Value == file.Key).Key] = tree;
                moved.Follow(file.Key, tree, changed.GetTextChanges(text));
            }
        }
    }

    /// <summary>An error as it is known again after edits, which move it.</summary>
    internal static string Told(Diagnostic problem) => problem.Id + problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    private static INamedTypeSymbol? Same(INamedTypeSymbol type, Compilation compilation) => type.DeclaringSyntaxReferences
        .Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
        .Select(reference => compilation.GetSemanticModel(reference.SyntaxTree).GetDeclaredSymbol(reference.GetSyntax()))
        .OfType<INamedTypeSymbol>()
        .FirstOrDefault();
}
