using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Declarations;

/// <summary>
/// Whether a module of the user's own has no parameters, so that it needs no row: an activation, an encoding of places. Told by its
/// members, and by what its text says of those whose type leaves it open. Should one have parameters all the same, no row knows them,
/// and the constructor of the model around it throws.
/// </summary>
internal static class EmptyModule
{
    public static bool Is(ITypeSymbol type, int depth)
    {
        var own = type.SelfAndBases().TakeWhile(current => !current.Is(WellKnownNames.Module)).ToArray();
        return own.Length > 0
            && own.All(current => current.TypeKind == TypeKind.Class && current.Locations.All(location => location.IsInSource))
            && own.All(current => !current.Has(WellKnownNames.ParameterizeAttribute) && !RegistersByHand(current))
            && own.All(current =>
                current.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).All(field => HasNoTensors(field, depth)));
    }

    private static bool HasNoTensors(IFieldSymbol field, int depth) => MayBeParameter(field.Type) ? IsPlainTensor(field)
        : !Held.HoldsTensors(field.Type, depth + 1) || (field.Type.Is(WellKnownNames.Module) && IsMadeOfNone(field));

    /// <summary>
    /// A field of these types may be given a parameter, which TorchSharp registers by what it is and not by its declaration.
    /// </summary>
    private static bool MayBeParameter(ITypeSymbol type) =>
        type.Is(WellKnownNames.Tensor) || type.TypeKind == TypeKind.TypeParameter || type.SpecialType == SpecialType.System_Object;

    /// <summary>
    /// A private tensor, in a class that speaks of no Parameter and that is handed no tensors: a constant, such as a table of sines.
    /// </summary>
    private static bool IsPlainTensor(IFieldSymbol field) => field.Type.Is(WellKnownNames.Tensor)
        && field.DeclaredAccessibility == Accessibility.Private
        && !Says(field.ContainingType, token => token.ValueText == "Parameter")
        && field.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
            .All(parameter => !MayBeParameter(parameter.Type));

    /// <summary>A private module that is only ever one of TorchSharp's without tensors: <c>dropout = Dropout(p)</c>.</summary>
    private static bool IsMadeOfNone(IFieldSymbol field)
    {
        var values = field.ContainingType.DeclaringSyntaxReferences.SelectMany(part => part.Node().DescendantNodes())
            .Select(Assigned)
            .OfType<ExpressionSyntax>().ToArray();
        return field.DeclaredAccessibility == Accessibility.Private && values.Length > 0
            && values.All(value => MakesNone(field.Type, value));

        ExpressionSyntax? Assigned(SyntaxNode node) => node switch
        {
            AssignmentExpressionSyntax assignment when NameOf(assignment.Left) == field.Name => assignment.Right,
            VariableDeclaratorSyntax { Initializer.Value: var value } declarator when declarator.Identifier.ValueText == field.Name =>
                value,
            _ => null,
        };
    }

    private static bool MakesNone(ITypeSymbol module, ExpressionSyntax value) =>
        value is InvocationExpressionSyntax { Expression: var factory }
        && NameOf(factory) is { } name
        && module.SelfAndBases().Last(type => type.Is(WellKnownNames.Module)).ContainingType is { } factories
        && factories.GetMembers(name).OfType<IMethodSymbol>().ToArray() is { Length: > 0 } made
        && made.All(method => Held.HasNoTensors(method.ReturnType));

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>By name: a member may be registered from anywhere in the class.</summary>
    private static bool RegistersByHand(ITypeSymbol type) =>
        Says(type, token => token.ValueText is "register_module" or "register_parameter" or "register_buffer" or "add_module");

    private static bool Says(ITypeSymbol type, Func<SyntaxToken, bool> what) =>
        type.DeclaringSyntaxReferences.SelectMany(reference => reference.Node().DescendantTokens()).Any(what);
}
