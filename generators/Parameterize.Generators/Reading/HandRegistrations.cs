using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Reading;

/// <summary>
/// What a class registers itself: <c>register_module("q_proj", _q)</c> gives a layer the name that it has in a checkpoint from elsewhere.
/// TorchSharp goes by the first name that it is told, so what follows a call of RegisterComponents is too late.
/// </summary>
internal static class HandRegistrations
{
    private static readonly HashSet<string> Methods = ["register_module", "register_parameter", "add_module"];

    /// <summary>The names that members are registered under, by the members' own.</summary>
    public static IReadOnlyDictionary<string, string> Read(ReadingContext context)
    {
        var names = new Dictionary<string, string>();
        foreach (var part in context.Type.DeclaringSyntaxReferences.Select(reference => reference.Node(context.Cancellation)))
        {
            var calls = part.DescendantNodes().OfType<InvocationExpressionSyntax>().ToArray();
            var early = calls.Where(call => NameOf(call) == "RegisterComponents")
                .Select(call => call.SpanStart)
                .DefaultIfEmpty(int.MaxValue).Min();
            foreach (var call in calls.Where(call => Methods.Contains(NameOf(call) ?? "") && call.SpanStart < early))
            {
                if (Registration(call, context) is var (member, name) && !names.ContainsKey(member))
                {
                    names.Add(member, name);
                }
            }
        }

        return names;
    }

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name: var name } =>
            name.Identifier.ValueText,
        _ => null,
    };

    private static (string Member, string Name)? Registration(InvocationExpressionSyntax call, ReadingContext context) =>
        call.ArgumentList.Arguments is { Count: 2 } arguments
        && context.Compilation.SemanticsOf(call.SyntaxTree) is var semantics
        && semantics.GetConstantValue(arguments[0].Expression, context.Cancellation).Value is string name
        && semantics.GetSymbolInfo(arguments[1].Expression, context.Cancellation).Symbol is (IFieldSymbol or IPropertySymbol)
            and { IsStatic: false } member
            ? (member.Name, name)
            : null;
}
