using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace Parameterize.TestKit.Setup;

/// <summary>
/// Takes files that are the same in every test out of a compilation, into an assembly that it may see into: they would be declared and
/// bound anew for each compilation, which takes most of a test's time and finds the same each time. Of bodies the assembly has none.
/// </summary>
internal static class SharedAssembly
{
    private static readonly ConcurrentDictionary<(string Text, CSharpParseOptions Options, string Friend), ConcurrentBag<Built>> Known =
        [];

    /// <summary>
    /// The compilation with each file of one of the given names in an assembly of its own, unless what it declares has errors.
    /// </summary>
    public static CSharpCompilation In(CSharpCompilation compilation, ImmutableHashSet<string> names) => compilation.SyntaxTrees
        .Where(tree => names.Contains(Path.GetFileName(tree.FilePath)))
        .Aggregate(compilation, (current, tree) => Of(tree, compilation) is { } assembly
            ? current.RemoveSyntaxTrees(tree).AddReferences(assembly)
            : current);

    private static MetadataReference? Of(SyntaxTree tree, CSharpCompilation compilation)
    {
        var known = Known.GetOrAdd((tree.ToString(), (CSharpParseOptions)tree.Options, compilation.AssemblyName ?? ""), _ => []);
        if (known.FirstOrDefault(one => one.References.SequenceEqual(compilation.References)) is not { } built)
        {
            known.Add(built = new Built([.. compilation.References], Build(tree, compilation)));
        }

        return built.Assembly;
    }

    private static PortableExecutableReference? Build(SyntaxTree tree, CSharpCompilation compilation)
    {
        var friend = CSharpSyntaxTree.ParseText(
            $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{compilation.AssemblyName}\")]",
            (CSharpParseOptions)tree.Options);
        using var image = new MemoryStream();
        var result = CSharpCompilation
            .Create(
                compilation.AssemblyName + ".Shared",
                [friend, tree.WithRootAndOptions(new Unembedded().Visit(tree.GetRoot()), tree.Options)],
                compilation.References,
                compilation.Options.WithOutputKind(OutputKind.DynamicallyLinkedLibrary))
            .Emit(image, options: new EmitOptions(metadataOnly: true));
        return result.Success ? MetadataReference.CreateFromImage(image.ToArray()) : null;
    }

    private sealed record Built(ImmutableArray<MetadataReference> References, MetadataReference? Assembly);

    /// <summary>Without the attribute that hides a type from every other assembly.</summary>
    private sealed class Unembedded : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) =>
            node.Attributes.Any(attribute => attribute.Name.ToString() == "global::Microsoft.CodeAnalysis.Embedded") ? null : node;
    }
}
