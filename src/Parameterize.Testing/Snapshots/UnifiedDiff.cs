using DiffPlex.Renderer;

namespace Parameterize.Testing.Snapshots;

/// <summary>A diff as git prints it, since that is what everybody can read.</summary>
internal static class UnifiedDiff
{
    public static string Of(string old, string @new)
    {
        var diff = UnidiffRenderer.GenerateUnidiff(old, @new, "verified", "received", ignoreWhitespace: false);
        // A last line end that is missing shows as an empty line, which nobody would see.
        var lastLine = (old.Length == 0 || old.EndsWith('\n'), @new.EndsWith('\n')) switch
        {
            (true, false) when old.Length > 0 => "(received: no newline at the end)",
            (false, true) => "(received: a newline at the end)",
            _ => "",
        };
        return (diff.ReplaceLineEndings("\n") + lastLine).TrimEnd('\n');
    }
}
