using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// Optional layers: where a test says that one is not there, it was not made, and what is drawn where it is there is what it is drawn from.
/// </content>
internal sealed partial class Evaluator
{
    // The member of the class that the layers of a place were put into first, and members that have held another one since.
    private readonly Dictionary<SyntaxNode, ISymbol> _memberOf = [];
    private readonly HashSet<ISymbol> _exchangedMembers = new(SymbolEqualityComparer.Default);

    // The constructor's parameters that decide the way that is gone, and those that did where layers were made.
    private readonly Stack<(SyntaxNode Flag, bool Truth)> _switches = new();
    private readonly Dictionary<SyntaxNode, HashSet<(SyntaxNode Flag, bool Truth)>> _madeWhere = [];

    /// <summary>Notes that a member holds a value from now on.</summary>
    private void HouseInMember(object owner, object key, Value value)
    {
        if (key is not ISymbol member || owner is not Thing { Kind: ThingKind.Made, IsSeveral: false } thing
            || !SymbolEqualityComparer.Default.Equals(thing.Type, _model))
        {
            return;
        }

        var sites = value.Calls.Select(static call => call.Syntax)
            .Concat(value.Tensors.Where(static tensor => tensor.Name.Length == 0).Select(static tensor => tensor.Site)).ToArray();
        if (_memberOf.Any(home => SymbolEqualityComparer.Default.Equals(home.Value, member) && !sites.Contains(home.Key)))
        {
            _exchangedMembers.Add(member);
        }

        if (sites.Only() is { } site && _store.Find(site, Loose) is { Constant: true } && !_memberOf.ContainsKey(site))
        {
            _memberOf.Add(site, member);
        }
    }

    /// <summary>Two ways behind a test, on one of which a layer may be known to be missing.</summary>
    private void BranchOn(IOperation condition, Frame frame, Action whenTrue, Action whenFalse)
    {
        var value = Evaluate(condition, frame);
        var (isMissingIf, tested) = NullTest(condition);
        Branch(value, condition.Syntax, () => Way(true, whenTrue), () => Way(false, whenFalse));

        void Way(bool truth, Action way)
        {
            if (isMissingIf == truth && value.Constant is null)
            {
                Miss(tested!);
            }

            Where(condition, truth, () =>
            {
                way();
                return true;
            });
        }
    }

    /// <summary>
    /// Goes a way that a switch of the constructor's decides: layers that are made where it is the other way are not there.
    /// </summary>
    private T Where<T>(IOperation condition, bool truth, Func<T> way)
    {
        if (Unconverted(condition) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand })
        {
            return Where(operand, !truth, way);
        }

        if (Unconverted(
            condition) is not IParameterReferenceOperation
            {
                Parameter: { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Boolean } flag,
            }
            || flag.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            || !SymbolEqualityComparer.Default.Equals(constructor.ContainingType, _model)
            || CountedLoop.IsWrittenAround(flag, condition))
        {
            return way();
        }

        var declared = flag.DeclaringSyntaxReferences[0].Node(cancellation);
        foreach (var site in _madeWhere.Where(made => made.Value.Contains((declared, !truth))).Select(static made => made.Key).ToArray())
        {
            _store.Drop(site);
        }

        _switches.Push((declared, truth));
        var result = way();
        _switches.Pop();
        return result;
    }

    /// <summary>Notes the switches that have to be as they are for a layer to be made.</summary>
    private void NoteSwitches(SyntaxNode site)
    {
        if (_madeWhere.TryGetValue(site, out var before))
        {
            before.IntersectWith(_switches);
        }
        else
        {
            _madeWhere.Add(site, [.. _switches]);
        }
    }

    /// <summary>What is null where a condition has a value; null where the condition asks for something else.</summary>
    private static (bool? Truth, IOperation? Tested) NullTest(IOperation condition)
    {
        switch (Unconverted(condition))
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand }:
                var (truth, tested) = NullTest(operand);
                return (!truth, tested);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                bool? isEqual = comparison.OperatorKind == BinaryOperatorKind.Equals;
                return (IsNull(comparison.LeftOperand), IsNull(comparison.RightOperand)) switch
                {
                    (_, true) => (isEqual, comparison.LeftOperand),
                    (true, _) => (isEqual, comparison.RightOperand),
                    _ => (null, null),
                };
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } test when IsNull(constant):
                return (true, test.Value);
            case IIsPatternOperation
            {
                Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } },
            } test when IsNull(constant):
                return (false, test.Value);
            case IIsPatternOperation
            {
                Pattern: IRecursivePatternOperation { PropertySubpatterns.Length: 0, DeconstructionSubpatterns.Length: 0 } pattern,
            } test
                when IsOfItsType(test, pattern.MatchedType):
                return (false, test.Value);
            case IIsPatternOperation { Pattern: IDeclarationPatternOperation { MatchedType: var type } } test when IsOfItsType(test, type):
                return (false, test.Value);
            default:
                return (null, null);
        }

        static bool IsNull(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: null };

        static bool IsOfItsType(IIsPatternOperation test, ITypeSymbol? type) =>
            SymbolEqualityComparer.Default.Equals(test.Value.Type, type);
    }

    /// <summary>Forgets the layer of a member, or one of its tensors, where it is not there.</summary>
    private void Miss(IOperation tested)
    {
        var (member, tensor) = Unconverted(tested) switch
        {
            IConditionalAccessOperation
            {
                Operation: IMemberReferenceOperation layer,
                WhenNotNull: IPropertyReferenceOperation { Property: var part },
            } => (layer, part.Name),
            IPropertyReferenceOperation { Instance: IMemberReferenceOperation layer, Property: var part } when TensorShapes.IsTensor(
                part.Type) => (layer, part.Name),
            IMemberReferenceOperation layer => (layer, null),
            _ => default((IMemberReferenceOperation?, string?)),
        };
        if (member is not { Instance: IInstanceReferenceOperation } || KeyOf(member.Member) is not ISymbol key
            || _exchangedMembers.Contains(key))
        {
            return;
        }

        foreach (var site in _memberOf.Where(home => SymbolEqualityComparer.Default.Equals(home.Value, key))
            .Select(static home => home.Key)
            .ToArray())
        {
            if (tensor is null)
            {
                _store.Drop(site);
            }
            else
            {
                _store.Remove(site, tensor);
                _store.Remove(site, Earlier + tensor);
            }
        }
    }
}
