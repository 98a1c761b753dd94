using Microsoft.CodeAnalysis;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// Generated parts, that of the class and those of its bases and blocks: an analyzer sees them and the generator does not, so that both
/// leave them out.
/// </content>
internal sealed partial class Evaluator
{
    private readonly Dictionary<INamedTypeSymbol, GeneratedFiles?> _generated = new(SymbolEqualityComparer.Default);

    /// <summary>A member that the generator gives a class: it has no part in how layers are built.</summary>
    private bool IsGenerated(IMethodSymbol method) => FilesOf(method) is not null
        && (method.Name == MemberNameList.InitializeParameters || method.DeclaringSyntaxReferences.Any(part => IsGenerated(method, part)));

    /// <summary>Whether a part of a member stands in a generated file.</summary>
    private bool IsGenerated(ISymbol member, SyntaxReference part) => FilesOf(member)?.Contain(part.SyntaxTree.FilePath) == true;

    private GeneratedFiles? FilesOf(ISymbol member)
    {
        if (member.ContainingType?.OriginalDefinition is not { } type)
        {
            return null;
        }

        if (!_generated.TryGetValue(type, out var files))
        {
            var isModel = SymbolEqualityComparer.Default.Equals(type, _model.OriginalDefinition)
                || type.Has(WellKnownNames.ParameterizeAttribute);
            _generated.Add(type, files = isModel ? new GeneratedFiles(TypeNames.HintName(type)) : null);
        }

        return files;
    }
}
