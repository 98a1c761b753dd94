using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>What turns plain classes into annotated ones: attributes, partial, and the call at the end of each constructor.</summary>
internal sealed class FirstEdits(CSharpCompilation compilation, CancellationToken cancellation)
{
    private const string Registration = "RegisterComponents";

    public IReadOnlyList<Edit> Of(AnnotationPlan plan)
    {
        var usings = new Usings(compilation);
        var planned = new HashSet<INamedTypeSymbol>(plan.Models.Select(model => model.Type), SymbolEqualityComparer.Default);
        var edits = plan.Models.SelectMany(model => OfModel(model, planned, usings)).Concat(OfOptions(plan, usings)).ToList();
        return [.. edits.Concat(usings.Edits(edits.Where(edit => edit.Text.Contains('[')).Select(edit => edit.Tree))).Distinct()];
    }

    private IEnumerable<Edit> OfModel(PlannedModel model, ISet<INamedTypeSymbol> planned, Usings usings)
    {
        var parts = model.Type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            .OfType<ClassDeclarationSyntax>().ToArray();
        foreach (var type in parts.SelectMany(part => part.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
            .Distinct()
            .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)))
        {
            yield return Edit.Insert(
                type.SyntaxTree, type.Keyword.SpanStart,
                type == parts[0] && type.Modifiers.Count == 0 ? Attribute(type) + "partial " : "partial ");
        }

        if (parts[0].Modifiers.Count > 0)
        {
            yield return Edit.Insert(parts[0].SyntaxTree, parts[0].Modifiers[0].SpanStart, Attribute(parts[0]));
        }

        foreach (var (width, atBase) in model.Widths.Where(width => !width.Key.IsProperty).Select(width => (width.Key, width.Value)))
        {
            foreach (var parameter in width.Symbols.SelectMany(symbol => symbol.DeclaringSyntaxReferences)
                .Select(reference => reference.GetSyntax(cancellation)))
            {
                yield return Mark(parameter, model.Base, atBase);
            }
        }

        foreach (var edit in parts.SelectMany(part => part.Members.OfType<ConstructorDeclarationSyntax>()).SelectMany(Initialized))
        {
            yield return edit;
        }

        foreach (var edit in new MemberMarks(compilation, cancellation).Of(model, planned))
        {
            yield return edit;
        }

        string Attribute(TypeDeclarationSyntax type)
        {
            var text = type.SyntaxTree.GetText(cancellation);
            return $"[{usings.Name(type, "Parameterize")}(BaseWidth "
                + $"= {Literal.Of(model.Base)})]{FixSite.NewLineOf(text)}{text.Indentation(type)}";
        }

        Edit Mark(SyntaxNode declaration, int modelBase, int atBase) =>
            Edit.Insert(declaration.SyntaxTree, declaration.SpanStart, $"{WidthMark(declaration, usings, modelBase, atBase)} ");
    }

    private static string WidthMark(SyntaxNode declaration, Usings usings, int modelBase, int atBase) =>
        $"[{usings.Name(declaration, "Width")}{(atBase == modelBase ? "" : $"(Base = {Literal.Of(atBase)})")}]";

    /// <summary>Marks of options objects, which several classes may share.</summary>
    private IEnumerable<Edit> OfOptions(AnnotationPlan plan, Usings usings) => plan.Models
        .SelectMany(model => model.Widths.Where(width => width.Key.IsProperty).Select(width => (Size: width.Key, width.Value, model.Base)))
        .GroupBy(width => width.Size)
        .Select(shared => shared.First())
        .SelectMany(width =>
            width.Size.Symbols[0].DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).Select(declaration =>
            {
                var position = declaration is PropertyDeclarationSyntax { AttributeLists: { Count: > 0 } lists }
                    ? lists.Last().GetLastToken().GetNextToken().SpanStart
                    : declaration.SpanStart;
                return Edit.Insert(declaration.SyntaxTree, position, WidthMark(declaration, usings, width.Base, width.Value) + " ");
            }));

    /// <summary>InitializeParameters in the place of a last RegisterComponents, which it calls, else behind everything.</summary>
    private IEnumerable<Edit> Initialized(ConstructorDeclarationSyntax constructor)
    {
        if (constructor.Modifiers.Any(SyntaxKind.StaticKeyword)
            || constructor.Initializer?.ThisOrBaseKeyword.IsKind(SyntaxKind.ThisKeyword) == true)
        {
            yield break;
        }

        const string Call = MemberNameList.InitializeParameters + "();";
        var text = constructor.SyntaxTree.GetText(cancellation);
        if (constructor.Body?.Statements.LastOrDefault()
            is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax last } statement && IsRegistration(last))
        {
            yield return Edit.Replace(statement, Call);
        }
        else if (constructor is { ExpressionBody: { } arrow, SemicolonToken.IsMissing: false })
        {
            var outer = text.Indentation(constructor);
            var kept = arrow.Expression is InvocationExpressionSyntax only && IsRegistration(only)
                ? Array.Empty<string>()
                : [$"{outer}    {arrow.Expression};"];
            string[] lines = ["", outer + "{", .. kept, $"{outer}    {Call}", outer + "}"];
            yield return new Edit(
                constructor.SyntaxTree,
                TextSpan.FromBounds(arrow.ArrowToken.GetPreviousToken().Span.End, constructor.SemicolonToken.Span.End),
                string.Join(FixSite.NewLineOf(text), lines));
        }
        else if (constructor.Body is { } body)
        {
            yield return Lines.Append(text, body, Call);
        }
    }

    private static bool IsRegistration(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Count == 0 && call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == Registration,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } access =>
            access.Name.Identifier.ValueText == Registration,
        _ => false,
    };
}
