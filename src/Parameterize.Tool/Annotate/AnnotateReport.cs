using DiffPlex.Renderer;
using Microsoft.CodeAnalysis;
using Parameterize.CodeFixes.Annotation;
using Parameterize.Printing;

namespace Parameterize.Tool.Annotate;

/// <summary>Prints what annotating a project gave: the change, how each class scales then, and what is left to decide.</summary>
internal static class AnnotateReport
{
    public static void Print(Printer printer, AnnotationResult result, string folder, bool isDryRun)
    {
        foreach (var (before, after) in result.Changed)
        {
            var name = Relative(folder, after.FilePath);
            printer.Line(isDryRun ? Diff(name, before, after) : $"Annotated: {name}");
        }

        foreach (var (model, table) in result.Tables)
        {
            printer.Line();
            printer.Line(table ?? $"{model}: refused as it is, for the reasons below.");
        }

        if (result.Remarks.Count == 0)
        {
            return;
        }

        printer.Line("\nFor you to decide:");
        foreach (var remark in result.Remarks)
        {
            var place = remark.Location.GetLineSpan();
            printer.Line(
                FormattableString.Invariant($"- {Relative(folder, place.Path)}:{place.StartLinePosition.Line + 1}: {remark.Text}"));
        }
    }

    private static string Diff(string name, SyntaxTree before, SyntaxTree after) => UnidiffRenderer
        .GenerateUnidiff(before.GetText().ToString(), after.GetText().ToString(), "a/" + name, "b/" + name, ignoreWhitespace: false)
        .ReplaceLineEndings("\n")
        .TrimEnd('\n');

    private static string Relative(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
