using Microsoft.CodeAnalysis;

namespace Parameterize.Testing;

/// <summary>
/// Sources that cannot be tested: they do not compile, or nothing in them is annotated. The message has the compiler's words.
/// </summary>
public sealed class ModelSourceException : Exception
{
    private const int ErrorsShown = 20;

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

    /// <summary>With the compiler's errors.</summary>
    internal static ModelSourceException Of(string files, IEnumerable<Diagnostic> errors) => new(
        $"{files}: does not compile.\n"
        + string.Concat(errors.Take(ErrorsShown).Select(error => FormattableString.Invariant($"  {error}\n")))
        + "Types of other files are found in the assemblies that the test project references, internal ones where they are visible to it "
        + "(InternalsVisibleTo); nested models, assembly attributes and global usings have to be passed as further files.");
}
