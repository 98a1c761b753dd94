using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>What is taken to be so, and what could be: see <see cref="Assumed"/>.</content>
internal sealed partial class Evaluator
{
    private readonly List<SyntaxNode> _loops = [];
    private readonly Dictionary<ISymbol, object> _declared = new(SymbolEqualityComparer.Default);
    private bool _hasOptions;

    /// <summary>What could be taken to be so.</summary>
    public Offers Offered => new(_loops, _declared.Select(static number => (number.Key, number.Value)).ToArray(), _hasOptions);

    /// <summary>The number of the occasion on which a loop begins; null where it surely runs.</summary>
    private int? Begin(ILoopOperation loop, Value goesOn)
    {
        if (goesOn.Constant is true)
        {
            return null;
        }

        _loops.Add(HeadOf(loop));
        return _loops.Count - 1;
    }

    /// <summary>Behind a loop, where what its rounds leave meets what was in front of it.</summary>
    private void PassBy(Store before, int? occasion, SyntaxNode head)
    {
        bool? isRun = occasion is null ? true : null;
        if (occasion is { } number && assumed?.Loops.TryGetValue(number, out var isTaken) == true)
        {
            isRun = isTaken;
        }

        if (isRun is false)
        {
            (_store, _isDead) = (before, false);
        }
        else
        {
            Meet(before, isRun is true, null, Skipping(head));
        }
    }

    /// <summary>What a static number is declared as that others can set; null where that is not taken for it.</summary>
    private Value? AsDeclared(ISymbol member)
    {
        var initializer = member.DeclaringSyntaxReferences.Select(InitializerOf).FirstOrDefault(static found => found is not null);
        if (initializer is not ISymbolInitializerOperation { Value: { ConstantValue: { HasValue: true, Value: { } number } } }
            || TypeOf(member) is not { } type || !IsNumber(type) || IsOfSeveral(member)
            || !compilation.IsSymbolAccessibleWithin(member, _model) || WritesOf(member, isReadOnly: false) is not null)
        {
            return null;
        }

        _declared[member] = number;
        return assumed?.AreStaticsAsDeclared == true ? Constant(number) : null;
    }

    /// <summary>What a number is that the constructor may be given, and here is not; null where it is.</summary>
    private Value? LeftOut(IParameterSymbol parameter)
    {
        if (!MayBeLeftOut(parameter))
        {
            return null;
        }

        _hasOptions = true;
        return assumed?.AreOptionsLeftOut == true ? Constant(parameter.ExplicitDefaultValue) : null;
    }

    /// <summary>Whether its default says that there is no number.</summary>
    public static bool MayBeLeftOut(IParameterSymbol parameter) => parameter.HasExplicitDefaultValue
        && parameter.GetAttributes().Length == 0 && IsLeftOut(parameter.Type, parameter.ExplicitDefaultValue);

    /// <summary>The same of a number in an object that the constructor is given.</summary>
    private Value? LeftUnset(ISymbol member)
    {
        if (member is not IPropertySymbol property || !property.IsSourced() || !IsLeftOut(property.Type, null)
            || !(ParameterOf(property) is { } parameter
                ? parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null }
                : property.DeclaringSyntaxReferences.All(part => InitializerOf(part) is null)))
        {
            return null;
        }

        _hasOptions = true;
        return assumed?.AreOptionsLeftOut == true ? Value.Null() : null;
    }

    /// <summary>Whether a default says that there is no number: null, or one that is no size.</summary>
    private static bool IsLeftOut(ITypeSymbol type, object? otherwise) => IsNumber(type) && IsWhole(type) && otherwise switch
    {
        null => CanBeNull(type),
        int number => number <= 0,
        long number => number <= 0,
        _ => false,
    };

    private static IParameterSymbol? ParameterOf(IPropertySymbol property) => !property.ContainingType.IsRecord ? null
        : property.ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
            .FirstOrDefault(parameter => parameter.Name == property.Name);
}
