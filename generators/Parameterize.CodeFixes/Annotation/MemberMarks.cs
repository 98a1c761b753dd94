using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Reading;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>
/// The attributes of members that no call of a factory can say: of bare parameters, of modules that hold no width, of tied readouts.
/// </summary>
internal sealed class MemberMarks(CSharpCompilation compilation, CancellationToken cancellation)
{
    public IEnumerable<Edit> Of(PlannedModel model, ISet<INamedTypeSymbol> planned)
    {
        var ties = TiedByHand.In(model.Type, compilation, cancellation).ToArray();
        foreach (var tie in ties)
        {
            yield return Edit.Delete(
                tie.Statement.SyntaxTree, tie.Statement.SyntaxTree.GetText(cancellation).WholeLines(tie.Statement)) with
                {
                    DropsComments = true,
                };
        }

        foreach (var member in model.Type.GetMembers().Where(member => !member.IsStatic))
        {
            if (Declaration(member) is { } declaration && Mark(member) is { } mark)
            {
                yield return Edit.Insert(declaration.SyntaxTree, declaration.SpanStart, $"[{mark}] ");
            }
        }

        string? Mark(ISymbol member)
        {
            if (ties.FirstOrDefault(tie => SymbolEqualityComparer.Default.Equals(tie.Readout, member)) is { } tie)
            {
                return $"Output(TiedTo = nameof({tie.Embedding.Name}))";
            }

            if ((member switch { IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, _ => null })
                is not INamedTypeSymbol type)
            {
                return null;
            }

            if (type.Is(WellKnownNames.Parameter))
            {
                return new BareParameter(model, compilation, cancellation).Mark(member);
            }

            return (PlainModels.Is(type) && !planned.Contains(type.OriginalDefinition)) || UnknownModule.IsOfLibrary(type)
                ? "Unscaled"
                : null;
        }
    }

    /// <summary>The declaration, where that declares nothing else.</summary>
    private MemberDeclarationSyntax? Declaration(ISymbol member) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } =>
                field,
            PropertyDeclarationSyntax property => property,
            _ => null,
        };
}
