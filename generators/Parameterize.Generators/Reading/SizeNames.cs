using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Evaluation;

namespace Parameterize.Generators.Reading;

/// <summary>How a size is called and written in the constructor.</summary>
internal static class SizeNames
{
    private const int Longest = 60;

    /// <summary>An argument of a call, where it is written out.</summary>
    public static ExpressionSyntax? ArgumentOf(FactoryCall call, int index)
    {
        var arguments = (call.Syntax switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        })?.Arguments.ToArray() ?? [];
        var name = call.Method.Parameters.ElementAtOrDefault(index)?.Name;
        return (arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)
            ?? (arguments.ElementAtOrDefault(index) is { NameColon: null } inOrder ? inOrder : null))?.Expression;
    }

    /// <summary>The variable, member or function that an expression is, or whose value it becomes; null where it has no name.</summary>
    public static string? Of(SyntaxNode? expression)
    {
        while (expression?.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or CheckedExpressionSyntax
            or ConditionalExpressionSyntax)
        {
            expression = expression.Parent;
        }

        var name = expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            null => null,
            _ => expression.Parent switch
            {
                EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
                EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax assigned } => assigned.Identifier.ValueText,
                ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
                ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => method.Identifier.ValueText,
                ArrowExpressionClauseSyntax { Parent: LocalFunctionStatementSyntax function } => function.Identifier.ValueText,
                ReturnStatementSyntax { Parent.Parent: MethodDeclarationSyntax method } => method.Identifier.ValueText,
                _ => null,
            },
        };
        name = name?.TrimStart('_');
        return name is { Length: > 0 }
            && name.All(static character => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9')
            && !char.IsDigit(name[0])
            ? name : null;
    }

    /// <summary>The text of an expression in one line, not too long for a message.</summary>
    public static string Shortened(SyntaxNode expression)
    {
        var text = string.Join(" ", expression.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= Longest ? text : text.Substring(0, Longest - 3) + "...";
    }
}
