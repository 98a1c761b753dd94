using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Flow;

/// <summary>Looks into the user's own methods for what they do with the arguments of one call.</summary>
internal static class HelperCalls
{
    /// <summary>How deep one method is followed into another.</summary>
    private const int Deepest = 3;

    /// <summary>The first thing that is found in what a call runs, and the method that was called; null if nothing is found.</summary>
    /// <param name="flow">Follows values.</param>
    /// <param name="call">The call of a method or a constructor.</param>
    /// <param name="find">Looks at one operation; its arguments are at hand.</param>
    public static (T Found, string Method)? Find<T>(ValueFlow flow, FlowValue call, Func<ValueFlow, FlowValue, T?> find)
        where T : struct => Find(flow, call, find, Deepest);

    private static (T Found, string Method)? Find<T>(ValueFlow flow, FlowValue call, Func<ValueFlow, FlowValue, T?> find, int depth)
        where T : struct
    {
        if (depth == 0 || Target(call.Operation) is not { } method || !method.IsSourced()
            || !method.OriginalDefinition.Parameters.Any(parameter => MayMatter(parameter.Type)))
        {
            return null;
        }

        var frame = ValueFlow.FrameOf(call);
        foreach (var operation in flow.Bodies.BodiesOf(method).SelectMany(body => body.DescendantsAndSelf()))
        {
            var value = new FlowValue(operation, frame);
            if ((find(flow, value) ?? Find(flow, value, find, depth - 1)?.Found) is { } found)
            {
                return (found, method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name);
            }
        }

        return null;
    }

    private static IMethodSymbol? Target(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };

    /// <summary>
    /// Whether a model, its parameters or an optimizer may be handed over, as something that does not say which model it is.
    /// </summary>
    private static bool MayMatter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => MayMatter(array.ElementType),
        INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } when arguments.Any(MayMatter) => true,
        _ =>
            !type.IsAnnotated()
                && type.SelfAndBases().Any(current => current.Is(WellKnownNames.Module) || current.Is(WellKnownNames.Parameter)
                || current.Is(WellKnownNames.ModuleInterface) || current.Is(WellKnownNames.Optimizer)
                || current.Name.StartsWith("ParamGroup", StringComparison.Ordinal)),
    };
}
