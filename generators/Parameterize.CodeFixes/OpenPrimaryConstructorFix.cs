using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>
/// PMZ0012: turns a primary constructor into an ordinary one that builds the layers in the order in which their initializers did, and calls
/// InitializeParameters last. Initializers run before TorchSharp's own constructor, so that none of them could.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OpenPrimaryConstructorFix)), Shared]
public sealed class OpenPrimaryConstructorFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.NeverInitialized);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Node is ClassDeclarationSyntax { ParameterList: { } parameters } type
            && !type.GetLeadingTrivia().ToString().Contains("<param")
            && Initializers(type) is { Count: > 0 } initializers
            && IsUsedOnlyIn(site, type, initializers)
            && PlaceAfter(site.Text, initializers.Last().FirstAncestorOrSelf<MemberDeclarationSyntax>()!) is { } place
            && AddInitializationFix.Call(Constructor(site, parameters)) is { } call)
        {
            yield return new Offer(
                "Turn the primary constructor into one that calls InitializeParameters",
                DiagnosticIds.NeverInitialized + ":Primary",
                [
                    .. Headers(type, parameters), .. initializers.Select(Removed),
                    Edit.Insert(type.SyntaxTree, place, Written(site, type, parameters, initializers, call)),
                ]);
        }
    }

    private static IMethodSymbol? Constructor(FixSite site, ParameterListSyntax parameters) => parameters.Parameters.Count == 0
        ? null : site.Model.GetDeclaredSymbol(parameters.Parameters[0], site.Cancellation)?.ContainingSymbol as IMethodSymbol;

    /// <summary>
    /// What instance members start as, but for constants, which may stay; null where one cannot be assigned as it is written.
    /// </summary>
    private static IReadOnlyList<EqualsValueClauseSyntax>? Initializers(ClassDeclarationSyntax type)
    {
        var all = type.Members
            .Where(member => !member.Modifiers.Any(SyntaxKind.StaticKeyword) && !member.Modifiers.Any(SyntaxKind.ConstKeyword))
            .SelectMany(member => member switch
            {
                FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Initializer),
                PropertyDeclarationSyntax property => [property.Initializer],
                _ => [],
            })
            .OfType<EqualsValueClauseSyntax>()
            .Where(initializer => initializer.Value is not LiteralExpressionSyntax)
            .ToArray();
        return all.Any(initializer => initializer.Value is InitializerExpressionSyntax) ? null : all;
    }

    /// <summary>Whether the parameters are mentioned nowhere else: a method that does keeps them alive.</summary>
    private static bool IsUsedOnlyIn(FixSite site, ClassDeclarationSyntax type, IReadOnlyList<EqualsValueClauseSyntax> initializers)
    {
        var names = new HashSet<string>(type.ParameterList!.Parameters.Select(parameter => parameter.Identifier.ValueText));
        return type.Members.SelectMany(member => member.DescendantNodes()).OfType<IdentifierNameSyntax>()
            .Where(name => names.Contains(name.Identifier.ValueText))
            .Where(name =>
                site.Model.GetSymbolInfo(
                    name,
                    site.Cancellation).Symbol is IParameterSymbol
                    {
                        ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } owner,
                    }
                    && owner.DeclaringSyntaxReferences.Any(reference => reference.Span == type.Span))
            .All(name => initializers.Any(initializer => initializer.Span.Contains(name.Span)));
    }

    private static int? PlaceAfter(SourceText text, MemberDeclarationSyntax member)
    {
        var line = text.Lines.GetLineFromPosition(member.Span.End);
        var rest = text.ToString(TextSpan.FromBounds(member.Span.End, line.End)).Trim();
        return rest.Length == 0 || rest.StartsWith("//", StringComparison.Ordinal) ? line.End : null;
    }

    private static IEnumerable<Edit> Headers(ClassDeclarationSyntax type, ParameterListSyntax parameters)
    {
        yield return Edit.Delete(type.SyntaxTree, parameters.Span);
        if (type.BaseList?.Types.FirstOrDefault() is PrimaryConstructorBaseTypeSyntax built)
        {
            yield return Edit.Delete(type.SyntaxTree, built.ArgumentList.Span);
        }
    }

    /// <summary>Without the initializer, and without the semicolon that only a property's initializer needs.</summary>
    private static Edit Removed(EqualsValueClauseSyntax initializer)
    {
        var start = initializer.EqualsToken.GetPreviousToken().Span.End;
        var end = initializer.Parent is PropertyDeclarationSyntax property ? property.SemicolonToken.Span.End : initializer.Span.End;
        return Edit.Delete(initializer.SyntaxTree, TextSpan.FromBounds(start, end)) with { DropsComments = true };
    }

    private static string Written(
        FixSite site, ClassDeclarationSyntax type, ParameterListSyntax parameters, IReadOnlyList<EqualsValueClauseSyntax> initializers,
        string call)
    {
        var indentation = site.Text.Indentation(initializers[0].FirstAncestorOrSelf<MemberDeclarationSyntax>()!);
        var arguments = (type.BaseList?.Types.FirstOrDefault() as PrimaryConstructorBaseTypeSyntax)?.ArgumentList.ToString();
        var names = new HashSet<string>(parameters.Parameters.Select(parameter => parameter.Identifier.ValueText));
        string[] lines =
        [
            "",
            "",
            $"{indentation}{(type.Modifiers.Any(SyntaxKind.AbstractKeyword) ? "protected" : "public")} {type.Identifier.Text}{parameters}"
                + $"{(arguments is null ? "" : " : base" + arguments)}",
            indentation + "{",
            .. initializers.Select(initializer => $"{indentation}    {Target(initializer)} = {initializer.Value};"),
            $"{indentation}    {call}",
            indentation + "}",
        ];
        return string.Join(site.NewLine, lines);

        string Target(EqualsValueClauseSyntax initializer)
        {
            var member = initializer.Parent is VariableDeclaratorSyntax variable
                ? variable.Identifier
                : ((PropertyDeclarationSyntax)initializer.Parent!).Identifier;
            return names.Contains(member.ValueText) ? "this." + member.Text : member.Text;
        }
    }
}
