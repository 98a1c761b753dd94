using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0012: makes InitializeParameters a constructor's last statement, with the parameters that it asks for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddInitializationFix)), Shared]
public sealed class AddInitializationFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.NeverInitialized);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        // One that calls it on some paths has to be looked at: a call at the end would be the second on these.
        if (site.Node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { } constructor
            && !constructor.DescendantTokens().Any(token => token.ValueText == MemberNameList.InitializeParameters)
            && !ReturnsEarly(constructor)
            && Call(site.Model.GetDeclaredSymbol(constructor, site.Cancellation) as IMethodSymbol) is { } call
            && AtEnd(site, constructor, call) is { } edit)
        {
            yield return new Offer("Call InitializeParameters last", DiagnosticIds.NeverInitialized, [edit]);
        }
    }

    /// <summary>Whether a call at the end would not be reached on every path.</summary>
    private static bool ReturnsEarly(ConstructorDeclarationSyntax constructor) => constructor
        .DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
        .OfType<ReturnStatementSyntax>()
        .Any(statement => statement.Parent != constructor.Body || statement != constructor.Body!.Statements.Last());

    /// <summary>The call; null when the constructor has no parameter of a name that the generated method asks for.</summary>
    internal static string? Call(IMethodSymbol? constructor)
    {
        var method = constructor?.ContainingType.GetMembers(MemberNameList.InitializeParameters).OfType<IMethodSymbol>().FirstOrDefault();
        var names = method?.Parameters.Where(parameter => !parameter.IsOptional).Select(parameter => parameter.Name).ToArray();
        return names is null || names.Except(constructor!.Parameters.Select(parameter => parameter.Name)).Any()
            ? null
            : $"{MemberNameList.InitializeParameters}({string.Join(", ", names.Select(Literal.Identifier))});";
    }

    private static Edit? AtEnd(FixSite site, ConstructorDeclarationSyntax constructor, string call)
    {
        if (constructor is { ExpressionBody: { } arrow, SemicolonToken.IsMissing: false })
        {
            var outer = site.Text.Indentation(constructor);
            string[] lines = ["", outer + "{", $"{outer}    {arrow.Expression};", $"{outer}    {call}", outer + "}"];
            var start = arrow.ArrowToken.GetPreviousToken().Span.End;
            var span = TextSpan.FromBounds(start, constructor.SemicolonToken.Span.End);
            return new Edit(constructor.SyntaxTree, span, string.Join(site.NewLine, lines));
        }

        return constructor.Body is { } body ? site.Append(body, call) : null;
    }
}
