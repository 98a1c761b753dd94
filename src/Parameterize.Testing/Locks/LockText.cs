namespace Parameterize.Testing.Locks;

/// <summary>
/// How the models of an assembly scale, as one Markdown text for a reviewer: no version and no path in it, so that it changes with the
/// scaling of a model and with nothing else.
/// </summary>
internal static class LockText
{
    /// <summary>The name of the file, beside the project.</summary>
    public const string FileName = "parameterize.lock.md";

    /// <summary>The text of models, in the order of their names.</summary>
    /// <param name="models">The full name of each class, what its symbols are, and its table in Markdown.</param>
    public static string Of(IEnumerable<(string Type, string Sizes, string Markdown)> models) =>
        "# How the models scale\n\nWritten by `parameterize lock`. A change in here is a change in how a model trains as it widens.\n"
        + string.Concat(models.OrderBy(model => model.Type, StringComparer.Ordinal).Select(Of));

    private static string Of((string Type, string Sizes, string Markdown) model)
    {
        var sizes = model.Sizes.Length == 0 ? "" : $"{model.Sizes}\n\n";
        return $"\n## {model.Type}\n\n{sizes}{model.Markdown.ReplaceLineEndings("\n").Trim('\n')}\n";
    }
}
