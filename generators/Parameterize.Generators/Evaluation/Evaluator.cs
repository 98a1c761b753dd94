using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <summary>
/// Follows the constructors of a class as the compiler sees them, with widths for numbers: through variables, arithmetic, objects,
/// collections, functions, branches and loops. What may be called finite is <see cref="Finite"/>'s to say; what is not understood is
/// unknown and remembers the expression to blame. Bounded: bodies are followed at most <see cref="Deepest"/> calls deep, loops at most
/// <see cref="MostRounds"/> rounds one by one, and a class for <see cref="MostSteps"/> operations.
/// </summary>
internal sealed partial class Evaluator(
    GrowingNumbers widths, Compilation compilation, CancellationToken cancellation, Assumed? assumed = null)
{
    private const int Deepest = 24;
    private const int MostSteps = 50_000;
    private readonly Dictionary<SyntaxTree, SemanticModel> _semantics = [];
    private readonly Dictionary<SyntaxNode, IOperation?> _operations = [];
    private INamedTypeSymbol _model = null!;
    private Thing _self = null!;
    private Store _store = new();
    private Doubt? _exhausted;
    private int _steps;
    private int _depth;

    /// <summary>What each member of the class holds after construction, by name.</summary>
    public IReadOnlyDictionary<string, Value> Members(INamedTypeSymbol type)
    {
        _model = type;
        var self = _self = new Thing(ThingKind.Made, type);
        Store? built = null;
        foreach (var constructor in Entries(type))
        {
            (_store, _isDead, _control) = (new Store(), false, null);
            foreach (var layer in LayerMembers.Holders(type).Select(KeyOf).OfType<ISymbol>())
            {
                // It stays null on every path that does not assign it.
                _store.Set(self, layer, Value.Null());
            }

            Construct(self, constructor, constructor.Parameters.Select(HandedTo).ToArray(), call: null);
            if (_isDead)
            {
                continue;
            }

            built = built?.Join(_store, control: null, Meeting(constructor)) ?? _store;
        }

        _store = built ?? _store;
        InsideDraws = DrawnInside();
        var members = new Dictionary<string, Value>();
        foreach (var symbol in _store.All(self).Select(static slot => slot.Key).OfType<ISymbol>().ToArray())
        {
            var value = Built(_store.Find(self, symbol)!);
            members[symbol.Name] = (_exhausted ?? (_lost.TryGetValue(symbol, out var lost) ? lost : null)) is { } doubt
                ? value.Doubtful(doubt) : value;
        }

        return members;
    }

    /// <summary>The constructors that a caller may begin with: not those that only another one of the class leads its widths to.</summary>
    private IEnumerable<IMethodSymbol> Entries(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(constructor => !IsCopy(constructor)).ToArray();
        var chained = new HashSet<IMethodSymbol>(
            constructors.Where(HasGrowing).Select(ChainedTo).OfType<IMethodSymbol>(), SymbolEqualityComparer.Default);
        return constructors.Where(constructor => !chained.Contains(constructor) || constructor.Parameters.Any(IsDeclared));

        bool IsDeclared(IParameterSymbol parameter) => parameter.GetAttributes().Length > 0 || HasDeclared(parameter.Type);

        bool HasGrowing(IMethodSymbol constructor) => constructor.Parameters.Any(parameter =>
            !HandedTo(parameter).Dimension.IsFinite || HasDeclared(parameter.Type));
        static bool IsCopy(IMethodSymbol constructor) => constructor.IsImplicitlyDeclared && constructor.Parameters.Length > 0;
    }

    private IMethodSymbol? ChainedTo(IMethodSymbol constructor) =>
        Body(
            constructor) is IConstructorBodyOperation
            {
                Initializer: IExpressionStatementOperation { Operation: IInvocationOperation call },
            }
        && widths.IsOwnConstructor(call.TargetMethod)
            ? call.TargetMethod.OriginalDefinition
            : null;

    /// <summary>What a constructor of the class, which anybody may call, is given.</summary>
    private Value HandedTo(IParameterSymbol parameter) =>
        LeftOut(parameter) ?? Handed(parameter.Type, widths.Of(parameter) ?? Finite.Handed());

    private static Doubt Meeting(IMethodSymbol constructor) => new(
        constructor.DeclaringSyntaxReferences[0].Node(),
        "builds it otherwise than another constructor does; let one call the other by ': this(...)'");

    /// <summary>The first part of a method that has a body, where the compiler has its source.</summary>
    private IOperation? Body(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        foreach (var part in new[] { method.PartialImplementationPart, method })
        {
            if (part is { IsAbstract: false, IsExtern: false, DeclaringSyntaxReferences.Length: > 0 }
                && part.DeclaringSyntaxReferences[0] is var reference && !IsGenerated(part, reference))
            {
                return OperationOf(reference.Node(cancellation) switch
                {
                    AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
                    var syntax => syntax,
                });
            }
        }

        return null;
    }

    private IOperation? OperationOf(SyntaxNode? syntax)
    {
        if (syntax is null || _operations.TryGetValue(syntax, out var operation))
        {
            return syntax is null ? null : _operations[syntax];
        }

        if (!_semantics.TryGetValue(syntax.SyntaxTree, out var semantics))
        {
            _semantics.Add(syntax.SyntaxTree, semantics = compilation.SemanticsOf(syntax.SyntaxTree));
        }

        return _operations[syntax] = semantics.OperationOf(syntax, cancellation);
    }

    /// <summary>Whether there is no more time; from then on nothing is known of anything.</summary>
    private bool IsExhausted(IOperation operation) => IsExhausted(operation.Syntax);

    private bool IsExhausted(SyntaxNode at)
    {
        cancellation.ThrowIfCancellationRequested();
        if (++_steps > MostSteps)
        {
            _exhausted ??= new(at, "is where a constructor that is too long stops being followed; build its layers in fewer steps");
        }

        if (_exhausted is null && !HasStack())
        {
            _exhausted = new(at, "is nested too deeply to be followed; split it over several statements");
        }

        return _exhausted is not null;
    }

    // An overflow would end the compiler, whose message would not say where.
    private static bool HasStack()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
    }
}
