using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Generators.Stages;

namespace Parameterize.Generators.Reading;

/// <summary>
/// Finds the layers that read from an inner stage of fixed size: a latent, a router, a shared key. What such a stage gives out moves at
/// every richness, and so does all that comes after.
/// </summary>
internal static class StageReader
{
    /// <summary>The layers, each with the stages that it reads from, as the forward pass shows.</summary>
    public static IReadOnlyList<LayerDraft> Read(ReadingContext context, IReadOnlyList<LayerDraft> layers)
    {
        var parts = layers.Select(layer => (layer.Member, Part: Part(layer))).ToArray();
        if (!parts.Any(layer => layer.Part.IsStage) || !parts.Any(layer => layer.Part.Grows))
        {
            return layers;
        }

        var members = parts.GroupBy(layer => layer.Member.Symbol, SymbolEqualityComparer.Default)
            .ToDictionary(group => group.Key!.Name, group => new FlowMember(group.Select(layer => layer.Part).ToArray()));
        var forwards = new Dictionary<string, FlowMember>();
        foreach (var layer in parts)
        {
            forwards[MemberNames.Forward(layer.Member.Symbol)] = members[layer.Member.Symbol.Name];
        }

        var written = Written(context).ToArray();
        var flow = new ForwardFlow(
            members, forwards, ByName(written),
            new HashSet<string>(context.Type.GetMembers().Where(IsField).Select(member => member.Name)));
        try
        {
            foreach (var forward in written.Where(method => method is MethodDeclarationSyntax { Identifier.ValueText: "forward" }))
            {
                flow.Run(forward);
            }
        }
        catch (InsufficientExecutionStackException)
        {
            Suspect([.. parts.Select(layer => layer.Part)]);
        }

        return layers.Zip(parts, (layer, read) => read.Part.Behind.Count == 0
            ? layer
            : layer.ReadingFrom(string.Join(", ", read.Part.Behind.OrderBy(name => name, StringComparer.Ordinal)))).ToArray();
    }

    /// <summary>Where the forward pass is more than can be followed: every layer may read from any stage.</summary>
    private static void Suspect(IReadOnlyList<FlowPart> parts)
    {
        foreach (var part in parts.Where(part => part.Grows))
        {
            part.Behind.UnionWith(parts.Where(other => other.IsStage && other != part).Select(stage => stage.Title));
        }
    }

    private static FlowPart Part(LayerDraft layer)
    {
        var kinds = layer.Tensors.Select(tensor => tensor.Declaration.Kind).ToArray();
        var isNested = layer.Member.Form == LayerForm.Nested;
        var isValue = layer.Member.Form == LayerForm.Parameter;
        var isFinite = kinds.Length > 0 && (layer.IsScaled || isValue)
            && (kinds[0] == ParameterKind.Output || (kinds[0] == ParameterKind.Finite && layer.Member.Shape?.IsNorm != true));
        return new FlowPart(
            LayerBuilder.TitleOf(layer.Member),
            Grows: isNested || kinds.Any(kind => kind != ParameterKind.Finite),
            IsStage: isNested || isFinite,
            IsValue: isValue,
            IsModel: isNested);
    }

    private static Dictionary<string, SyntaxNode> ByName(IEnumerable<SyntaxNode> written)
    {
        var named = new Dictionary<string, SyntaxNode>();
        foreach (var member in written)
        {
            named[member is MethodDeclarationSyntax method
                ? method.Identifier.ValueText
                : ((PropertyDeclarationSyntax)member).Identifier.ValueText] = member;
        }

        return named;
    }

    /// <summary>The methods and properties of the class that a person wrote.</summary>
    private static IEnumerable<SyntaxNode> Written(ReadingContext context)
    {
        var generated = new GeneratedFiles(TypeNames.HintName(context.Type));
        return context.Type.DeclaringSyntaxReferences
            .Where(part => !generated.Contain(part.SyntaxTree.FilePath))
            .Select(part => part.Node(context.Cancellation))
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(part => part.Members)
            .Where(member => member is MethodDeclarationSyntax or PropertyDeclarationSyntax);
    }

    private static bool IsField(ISymbol member) => member is IFieldSymbol or IPropertySymbol;
}
