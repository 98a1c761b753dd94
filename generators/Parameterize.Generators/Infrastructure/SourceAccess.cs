using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Infrastructure;

/// <summary>
/// The ways from a symbol or a compilation to source text. All of a reading goes through here, so that it is known which files a class's
/// model depends on beyond the declarations of the compilation.
/// </summary>
internal static class SourceAccess
{
    [ThreadStatic]
    private static HashSet<SyntaxTree>? _visited;

    /// <summary>The node that a symbol or an attribute is written as.</summary>
    public static SyntaxNode Node(this SyntaxReference reference, CancellationToken cancellation = default)
    {
        _visited?.Add(reference.SyntaxTree);
#pragma warning disable RS0030 // The one place.
        return reference.GetSyntax(cancellation);
#pragma warning restore RS0030
    }

    /// <summary>What a file's code means.</summary>
    public static SemanticModel SemanticsOf(this Compilation compilation, SyntaxTree tree)
    {
        _visited?.Add(tree);
#pragma warning disable RS0030 // The one place.
        return compilation.GetSemanticModel(tree);
#pragma warning restore RS0030
    }

    /// <summary>Runs a reading, and returns the files that it went to.</summary>
    public static IReadOnlyCollection<SyntaxTree> During(Action reading)
    {
        var outer = _visited;
        _visited = [];
        try
        {
            reading();
            return _visited;
        }
        finally
        {
            _visited = outer;
        }
    }
}
