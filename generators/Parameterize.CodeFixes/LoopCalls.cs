using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Parameterize.CodeFixes.Infrastructure;

namespace Parameterize.CodeFixes;

/// <summary>
/// <c>foreach (var mix in _mixes) x = mix.call(x);</c> becomes <c>for (var i = 0; i &lt; _mixes.Count; i++) x = Mixes(i, x);</c>
/// </summary>
internal static class LoopCalls
{
    /// <summary>All of the loop at once, so that each call in it has the same edits; null where the call is of no such loop.</summary>
    public static IReadOnlyList<Edit>? Over(FixSite site, InvocationExpressionSyntax call, ExpressionSyntax layer, string forward)
    {
        if (layer is not IdentifierNameSyntax element
            || call.Ancestors()
                .OfType<ForEachStatementSyntax>()
                .FirstOrDefault(loop => loop.Identifier.ValueText == element.Identifier.ValueText) is not { } loop
            || loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)
            || loop.Expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
            || Length(site.Model.GetTypeInfo(loop.Expression, site.Cancellation).Type) is not { } length
            || !site.Model.LookupSymbols(call.SpanStart, name: forward).OfType<IMethodSymbol>().Any()
            || CallForwardFix.Indices.FirstOrDefault(name => IsFree(site, loop, name)) is not { } index)
        {
            return null;
        }

        var head = TextSpan.FromBounds(loop.OpenParenToken.Span.End, loop.CloseParenToken.SpanStart);
        return
        [
            new Edit(loop.SyntaxTree, loop.ForEachKeyword.Span, "for"),
            new Edit(loop.SyntaxTree, head, $"var {index} = 0; {index} < {loop.Expression}.{length}; {index}++"),
            .. loop.Statement.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(name =>
                    name.Identifier.ValueText == loop.Identifier.ValueText
                        && site.Model.GetSymbolInfo(name, site.Cancellation).Symbol is ILocalSymbol)
                .Select(name => Use(name, loop.Expression, forward, index)),
        ];
    }

    /// <summary>A call by its head, so that calls in its arguments are edited too.</summary>
    private static Edit Use(IdentifierNameSyntax name, ExpressionSyntax list, string forward, string index) =>
        name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "call"
            or "forward", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } call } access
        && access.Expression == name
            ? new Edit(
                name.SyntaxTree, TextSpan.FromBounds(access.SpanStart, call.ArgumentList.OpenParenToken.Span.End), $"{forward}({index}, ")
            : Edit.Replace(name, $"{list}[{index}]");

    private static bool IsFree(FixSite site, ForEachStatementSyntax loop, string name) =>
        site.Model.LookupSymbols(loop.SpanStart, name: name).IsEmpty
            && !loop.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    /// <summary>How a list says how long it is; null for what has no index.</summary>
    private static string? Length(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 })
        {
            return "Length";
        }

        if (type is INamedTypeSymbol named
            && named.AllInterfaces.Append(named).Any(one => one.Name is "IList" or "IReadOnlyList" && one.TypeArguments.Length == 1))
        {
            return "Count";
        }

        return null;
    }
}
