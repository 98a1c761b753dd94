using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// Code that runs without being called where it can be seen: a comparer in a sort, a hash code in a set, Dispose at the end of a using,
/// what the conditions of the build leave out. What it writes may hold anything from then on.
/// </content>
internal sealed partial class Evaluator
{
    private const string CalledBack = "may call back into the project's own code, which is not followed; compute the size before";

    // What the language calls by its name alone, without an interface.
    private static readonly HashSet<string> ByName =
        ["Dispose", "DisposeAsync", "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "get_Current", "GetAwaiter"];

    private readonly HashSet<ITypeSymbol> _handedOut = new(SymbolEqualityComparer.Default);

    // That something growing was given to code which may keep it where nobody sees.
    private Doubt? _kept;

    /// <summary>Code that is not followed has these: whatever it may call of them has run, or will.</summary>
    private void HandOut(IReadOnlyList<Value> values, SyntaxNode at)
    {
        var types = Reachable(values).Select(static thing => thing.Type).OfType<INamedTypeSymbol>();
        foreach (var type in types.Where(type => _handedOut.Add(type)))
        {
            foreach (var method in Callable(type))
            {
                if (Body(method.OriginalDefinition) is { } body)
                {
                    Lose(body, new(at, CalledBack));
                }
            }
        }
    }

    private static IEnumerable<IMethodSymbol> Callable(INamedTypeSymbol type)
    {
        var own = type.SelfAndBases().Where(static part => part.IsSourced())
            .SelectMany(static part => part.GetMembers().OfType<IMethodSymbol>())
            .Where(static method => method.IsOverride || ByName.Contains(method.Name));
        return own.Concat(type.AllInterfaces
            .SelectMany(static contract => contract.GetMembers().OfType<IMethodSymbol>())
            .Select(member => type.FindImplementationForInterfaceMember(member))
            .OfType<IMethodSymbol>()
            .Where(static method => method.IsSourced()));
    }

    /// <summary>Runs a using's resources, and gives what they are.</summary>
    private IReadOnlyList<Value> Resources(IOperation resources, Frame frame)
    {
        if (resources.Type is not null)
        {
            return [Evaluate(resources, frame)];
        }

        Execute(resources, frame);
        return resources.Descendants().OfType<IVariableDeclaratorOperation>()
            .Select(declarator => frame.Of(declarator.Symbol) is { } owner ? _store.Find(owner, declarator.Symbol) : null)
            .OfType<Value>()
            .ToArray();
    }

    private void Disposed(IReadOnlyList<Value> resources, SyntaxNode at)
    {
        HandOut(resources, at);
        LoseFunctions(resources, new(at, CalledBack));
    }

    /// <summary>Functions that can be reached from there may run.</summary>
    private void LoseFunctions(IReadOnlyList<Value> values, Doubt doubt) => Reach(
        values,
        value =>
        {
            foreach (var closure in value.Closures)
            {
                if ((closure.Body ?? Body(closure.Method)) is { } body)
                {
                    Lose(body, doubt);
                }
            }
        },
        static _ => { });

    /// <summary>Whether a call, with its arguments, is left out of some builds: those of Debug.Assert, or with [Conditional].</summary>
    private static bool IsConditional(IMethodSymbol method) => method.ReturnsVoid
        && method.GetAttributes().Any(static attribute =>
            attribute.AttributeClass is { Name: "ConditionalAttribute", ContainingNamespace.Name: "Diagnostics" });

    /// <summary>What the process keeps, as its environment, may be what it was told before.</summary>
    private Doubt? Kept(ISymbol? callee, Doubt? growth, bool isReading)
    {
        if (callee is null || callee.IsSourced() || LayerCatalogue.IsTorchSharp(callee))
        {
            return growth;
        }

        if (growth is not null)
        {
            _kept ??= isReading ? null : growth;
            return growth;
        }

        return callee.IsStatic ? _kept : null;
    }
}
