using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>How often InitializeParameters may have run: any of these, or several.</summary>
[Flags]
internal enum Runs
{
    Never = 1,
    Once = 2,
    Often = 4,
}

/// <summary>
/// Counts the calls of InitializeParameters along the paths of a constructor: through branches, loops, early returns, handlers of
/// exceptions, local functions, and methods of the class that it calls.
/// </summary>
/// <param name="type">The class.</param>
/// <param name="semantics">Of the constructor's file.</param>
/// <param name="cancellation">Ends a long analysis.</param>
internal sealed class InitializationFlow(INamedTypeSymbol type, SemanticModel semantics, CancellationToken cancellation)
{
    private readonly Dictionary<IMethodSymbol, Runs> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>Follows a graph.</summary>
    /// <param name="graph">Of a constructor, or of what it calls.</param>
    /// <param name="visit">Is told each call and assignment, with what may have run before it.</param>
    /// <returns>What may have run where it ends; zero if it never does, but by an exception.</returns>
    public Runs Follow(ControlFlowGraph graph, Action<IOperation, Runs>? visit = null)
    {
        var before = new Runs[graph.Blocks.Length];
        var waiting = new Queue<int>([0]);
        before[0] = Runs.Never;
        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = graph.Blocks[waiting.Dequeue()];
            var after = Through(graph, block, before[block.Ordinal], null);
            foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
            {
                if (branch?.Destination is { } next)
                {
                    Join(next.Ordinal, branch.FinallyRegions.Aggregate(after, (runs, region) => Through(graph, region, runs)));
                }
            }

            foreach (var handler in Handlers(block))
            {
                Join(handler, before[block.Ordinal] | after);
            }
        }

        if (visit is not null)
        {
            foreach (var block in graph.Blocks.Where(block => before[block.Ordinal] != 0))
            {
                Through(graph, block, before[block.Ordinal], visit);
            }
        }

        return before[before.Length - 1];

        void Join(int ordinal, Runs runs)
        {
            if ((before[ordinal] | runs) != before[ordinal])
            {
                before[ordinal] |= runs;
                waiting.Enqueue(ordinal);
            }
        }
    }

    /// <summary>What a call adds; <see cref="Runs.Never"/> for a method that has nothing to do with it.</summary>
    public Runs Of(IInvocationOperation call, ControlFlowGraph graph)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return Memoized(method, () => LocalGraph(graph, method));
        }

        if (!type.SelfAndBases().Any(own => SymbolEqualityComparer.Default.Equals(own, method.ContainingType)))
        {
            return Runs.Never;
        }

        return method.Name == MemberNameList.InitializeParameters ? Runs.Once : Memoized(method, () => Graph(method));
    }

    private Runs Through(ControlFlowGraph graph, ControlFlowRegion region, Runs runs)
    {
        for (var ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
        {
            runs = Through(graph, graph.Blocks[ordinal], runs, null);
        }

        return runs;
    }

    private Runs Through(ControlFlowGraph graph, BasicBlock block, Runs runs, Action<IOperation, Runs>? visit)
    {
        foreach (var operation in block.Operations.Concat(block.BranchValue is { } value ? [value] : []))
        {
            // What is called while a value is made runs before that is assigned.
            foreach (var call in operation.DescendantsAndSelf().OfType<IInvocationOperation>())
            {
                visit?.Invoke(call, runs);
                runs = Sum(runs, Of(call, graph));
            }

            foreach (var assignment in operation.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>())
            {
                visit?.Invoke(assignment, runs);
            }
        }

        return runs;
    }

    private static Runs Sum(Runs one, Runs other) =>
        (one.HasFlag(Runs.Never) ? other : 0)
        | (other.HasFlag(Runs.Never) ? one : 0)
        | ((one & ~Runs.Never) != 0 && (other & ~Runs.Never) != 0 ? Runs.Often : 0);

    /// <summary>The handlers that an exception in a block may lead to.</summary>
    private static IEnumerable<int> Handlers(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } both })
            {
                foreach (var handler in both.NestedRegions.Where(nested => nested.Kind != ControlFlowRegionKind.Try))
                {
                    yield return handler.FirstBlockOrdinal;
                }
            }
        }
    }

    private Runs Memoized(IMethodSymbol method, Func<ControlFlowGraph?> graph)
    {
        if (!_methods.TryGetValue(method, out var runs))
        {
            // A method that calls itself adds nothing by that.
            _methods[method] = Runs.Never;
            runs = graph() is { } body ? Follow(body) : Runs.Never;
            _methods[method] = runs = runs == 0 ? Runs.Never : runs;
        }

        return runs;
    }

    private static ControlFlowGraph? LocalGraph(ControlFlowGraph graph, IMethodSymbol function)
    {
        for (var scope = graph; scope is not null; scope = scope.Parent)
        {
            if (scope.LocalFunctions.Contains(function, SymbolEqualityComparer.Default))
            {
                return scope.GetLocalFunctionControlFlowGraph(function);
            }
        }

        return null;
    }

    /// <summary>
    /// The graph of a method in the same file; other files' semantics are not at hand where an analyzer looks at an operation.
    /// </summary>
    private ControlFlowGraph? Graph(IMethodSymbol method)
    {
        var syntax = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences
            .FirstOrDefault(reference => reference.SyntaxTree == semantics.SyntaxTree)?
            .Node(cancellation);
        return syntax is not null && semantics.OperationOf(syntax, cancellation) is IMethodBodyOperation body
            ? ControlFlowGraph.Create(body, cancellation)
            : null;
    }
}
