using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Reading;

/// <summary>What constructors hand on to each other: <c>: this(shape.Width)</c> makes that width the other constructor's own.</summary>
internal static class ConstructorChains
{
    /// <summary>The numbers that are only another name of one, each with that one.</summary>
    public static IReadOnlyDictionary<GrowingParameter, GrowingParameter> Aliases(
        ReadingContext context, IReadOnlyList<GrowingParameter> growing)
    {
        var aliases = new Dictionary<GrowingParameter, GrowingParameter>();
        if (growing.Count < 2)
        {
            return aliases;
        }

        foreach (var argument in context.Type.InstanceConstructors.SelectMany(constructor => Arguments(context, constructor)))
        {
            var (given, taken) = (Of(argument.Value, growing),
                growing.FirstOrDefault(number => number.Symbol is IParameterSymbol && number.Name == argument.Parameter?.Name));
            if (given is not null && taken is not null && given != taken && given.Axis == taken.Axis && !aliases.ContainsKey(given)
                && !LeadsTo(taken, given))
            {
                aliases.Add(given, taken);
            }
        }

        return aliases.Keys.ToDictionary(alias => alias, End);

        GrowingParameter End(GrowingParameter number) => aliases.TryGetValue(number, out var next) ? End(next) : number;

        bool LeadsTo(GrowingParameter from, GrowingParameter to) => End(from) == to;
    }

    /// <summary>The declarations of a constructor that may have a body, those of its implementing part first.</summary>
    public static IEnumerable<ConstructorDeclarationSyntax> Declarations(this IMethodSymbol constructor, CancellationToken cancellation) =>
        new[] { constructor.PartialImplementationPart, constructor }
            .OfType<IMethodSymbol>()
            .SelectMany(part => part.DeclaringSyntaxReferences)
            .Select(reference => reference.Node(cancellation))
            .OfType<ConstructorDeclarationSyntax>();

    /// <summary>Whether it begins with <c>: this(...)</c>.</summary>
    public static bool ChainsToThis(this IMethodSymbol constructor, CancellationToken cancellation) =>
        constructor.Declarations(cancellation).Any(declaration => declaration.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer));

    private static IEnumerable<IArgumentOperation> Arguments(ReadingContext context, IMethodSymbol constructor) => constructor
        .Declarations(context.Cancellation)
        .Select(declaration => declaration.Initializer)
        .Where(initializer => initializer.IsKind(SyntaxKind.ThisConstructorInitializer))
        .Select(initializer => context.Compilation.SemanticsOf(initializer!.SyntaxTree).OperationOf(initializer, context.Cancellation))
        .SelectMany(operation => operation is IInvocationOperation call ? call.Arguments : []);

    private static GrowingParameter? Of(IOperation value, IReadOnlyList<GrowingParameter> growing) => value switch
    {
        IConversionOperation conversion => Of(conversion.Operand, growing),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand, growing),
        IParameterReferenceOperation { Parameter: var parameter } =>
            growing.FirstOrDefault(number => number.Symbol is IParameterSymbol && number.Name == parameter.Name),
        IPropertyReferenceOperation { Property: var property, Instance: IParameterReferenceOperation } =>
            growing.FirstOrDefault(number => SymbolEqualityComparer.Default.Equals(number.Symbol, property.OriginalDefinition)),
        _ => null,
    };
}
