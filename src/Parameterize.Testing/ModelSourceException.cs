using Microsoft.CodeAnalysis;

namespace Parameterize.Testing;

/// <summary>Sources that cannot be tested: they do not compile, or nothing in them is annotated. The message has the compiler's words.</summary>
public sealed class ModelSourceException : Exception
{
    /// <summary>Without a message.</summary>
    public ModelSourceException()
    {
    }

    /// <summary>With what is wrong.</summary>
    public ModelSourceException(string message)
        : base(message)
    {
    }

    /// <summary>With its cause.</summary>
    public ModelSourceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Throws for errors; hands out the rest.</summary>
    internal static void ThrowIfAny(
        IEnumerable<SyntaxTree> files, Compilation output, ImmutableArray<Diagnostic> ofAnalyzers, out ImmutableArray<Diagnostic> findings)
    {
        // The analyzers' errors come first: the compiler's often follow from them, since a refused class gets no generated part.
        Diagnostic[] errors = [.. ofAnalyzers.Concat(output.GetDiagnostics()).Where(one => one.Severity == DiagnosticSeverity.Error)];
        var names = string.Join(", ", files.Select(file => Path.GetFileName(file.FilePath)));
        if (errors.Length > 0)
        {
            throw new ModelSourceException(
                $"{names}: does not compile.\n{string.Join("\n", errors.Take(20).Select(error => FormattableString.Invariant($"  {error}")))}\n"
                + "Types of other files are found in the assemblies that the test project references, internal ones where they are visible to it "
                + "(InternalsVisibleTo); nested models, assembly attributes and global usings have to be passed as further files.");
        }

        findings = [.. ofAnalyzers.Where(one => one.Severity < DiagnosticSeverity.Error)];
        if (!output.SyntaxTrees.Any(tree => tree.FilePath.EndsWith("Parameterize.TorchSupport.g.cs", StringComparison.Ordinal)))
            throw new ModelSourceException($"{names}: no class is annotated with [Parameterize].");
    }
}
