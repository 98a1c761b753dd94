using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>Reads off how a bare parameter is made, and what it is used for, which of its axes is a fan.</summary>
internal sealed class BareParameter(PlannedModel model, CSharpCompilation compilation, CancellationToken cancellation)
{
    private static readonly string[] Makers = ["empty", "zeros", "ones", "rand", "randn", "full"];

    /// <summary>The attribute, without brackets; null where it is not clear.</summary>
    public string? Mark(ISymbol member)
    {
        if (Sizes(member) is not { } sizes || sizes.Count(Grows) > 1)
        {
            return null;
        }

        if (!sizes.Any(Grows))
        {
            return "Unscaled";
        }

        // What is as wide as the model along its last axis is added to it or multiplied with it: a gain, a token, places.
        var axis = sizes.TakeWhile(size => !Grows(size)).Count();
        if (axis == sizes.Count - 1)
        {
            return sizes.Count == 1 ? "Input" : $"Input(FanOut = {Literal.Of(axis)})";
        }

        return sizes.Count == 2 && IsRightFactor(member) ? "Output(FanIn = 0)" : null;
    }

    /// <summary>The sizes in <c>scale = Parameter(ones(width));</c></summary>
    private IReadOnlyList<ExpressionSyntax>? Sizes(ISymbol member)
    {
        var assigned = Nodes().OfType<AssignmentExpressionSyntax>()
            .Where(assignment => Names(assignment.Left, member))
            .Select(assignment => assignment.Right)
            .ToArray();
        var made = assigned.Length == 1
            ? assigned[0].DescendantNodesAndSelf()
                .OfType<InvocationExpressionSyntax>()
                .Where(call => Makers.Contains(NameOf(call)))
                .ToArray()
            : [];
        if (made.Length != 1)
        {
            return null;
        }

        var arguments = made[0].ArgumentList.Arguments.Where(argument => argument.NameColon is null)
            .Select(argument => argument.Expression)
            .ToArray();
        return arguments.Length == 1 && Elements(arguments[0]) is { } list ? list : arguments;
    }

    private static IReadOnlyList<ExpressionSyntax>? Elements(ExpressionSyntax list) => list switch
    {
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var elements } => [.. elements],
        ArrayCreationExpressionSyntax { Initializer.Expressions: var elements } => [.. elements],
        CollectionExpressionSyntax { Elements: var elements } =>
            [.. elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression)],
        _ => null,
    };

    private bool Grows(ExpressionSyntax size) => size.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Select(name => compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol)
        .Any(symbol =>
            symbol is not null && model.Widths.Keys.SelectMany(width => width.Symbols).Contains(symbol, SymbolEqualityComparer.Default));

    /// <summary>As in <c>x.matmul(projection)</c>.</summary>
    private bool IsRightFactor(ISymbol member) => Nodes().OfType<InvocationExpressionSyntax>().Any(call => NameOf(call) is "matmul" or "mm"
        && call.ArgumentList.Arguments.LastOrDefault() is { } last && Names(last.Expression, member));

    private bool Names(ExpressionSyntax expression, ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(
            compilation.GetSemanticModel(expression.SyntaxTree).GetSymbolInfo(expression, cancellation).Symbol, member);

    private IEnumerable<SyntaxNode> Nodes() =>
        model.Type.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes());

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
