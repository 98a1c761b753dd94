using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Flow;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>Bare parameters in forward passes: <c>x + _places</c> becomes <c>x + Places</c>, which has its multiplier.</summary>
internal static class ParameterUses
{
    /// <summary>What does not depend on a parameter's values, or writes them.</summary>
    private static readonly string[] Facts =
        [
            "shape", "grad", "requires_grad", "device", "dtype", "ndim", "dim", "size", "numel", "NumberOfElements", "data", "copy_",
            "fill_", "zero_", "normal_", "uniform_",
        ];

    public static IEnumerable<Edit> Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var forwards = type.GetMembers()
            .Where(member =>
                member switch { IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, _ => null } is { } held
                    && held.Is(WellKnownNames.Parameter))
            .ToDictionary<ISymbol, ISymbol, string?>(member => member, AnnotatedClass.ForwardOf, SymbolEqualityComparer.Default);
        return forwards.Count == 0 ? [] : Methods(type, cancellation)
            .SelectMany(method => method.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Select(name =>
                (Use: Whole(name), Symbol: compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol))
            .Where(use =>
                use.Symbol is not null && forwards.TryGetValue(use.Symbol, out var forward) && forward is not null && IsRead(use.Use))
            .Select(use => Edit.Replace(use.Use, forwards[use.Symbol!]!));
    }

    /// <summary>Methods that run in a forward pass: not those by which the constructor draws its weights.</summary>
    private static IEnumerable<MethodDeclarationSyntax> Methods(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var parts = type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<ClassDeclarationSyntax>()
            .Where(part => !part.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .ToArray();
        var called = new HashSet<string>(parts.SelectMany(part => part.Members.OfType<ConstructorDeclarationSyntax>())
            .SelectMany(constructor => constructor.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Select(name => name.Identifier.ValueText));
        return parts.SelectMany(part => part.Members.OfType<MethodDeclarationSyntax>())
            .Where(method => !called.Contains(method.Identifier.ValueText));
    }

    private static ExpressionSyntax Whole(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : name;

    private static bool IsRead(ExpressionSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right == use,
        MemberAccessExpressionSyntax access => access.Expression == use && !Facts.Contains(access.Name.Identifier.ValueText),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } =>
            call.Expression.ToString() is not "nameof" and var called && !called.StartsWith("init.", StringComparison.Ordinal),
        NameColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };
}
