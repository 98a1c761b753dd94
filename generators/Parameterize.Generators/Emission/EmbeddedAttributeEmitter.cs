namespace Parameterize.Generators.Emission;

/// <summary>
/// The attribute that keeps what all models share out of sight of other assemblies. Roslyn can add it itself, but without the line that
/// says that it is generated, so that analyzers of a strict project would look at it. Partial, since other generators may add it too.
/// </summary>
internal static class EmbeddedAttributeEmitter
{
    public const string HintName = "Microsoft.CodeAnalysis.EmbeddedAttribute.cs";

    public static string Source { get; } = GeneratedHeader.Line + """
        namespace Microsoft.CodeAnalysis
        {
            internal sealed partial class EmbeddedAttribute : global::System.Attribute
            {
            }
        }

        """;
}
