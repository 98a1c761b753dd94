using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>Patterns: whether a value matches, and the variables that it fills.</content>
internal sealed partial class Evaluator
{
    private Value Matches(IPatternOperation pattern, Value value, Frame frame)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return Truth(true);
            case IConstantPatternOperation constant:
                return AreEqual(value, Evaluate(constant.Value, frame), pattern.Syntax);
            case IRelationalPatternOperation relational:
                return Binary(relational.OperatorKind, value, Evaluate(relational.Value, frame), null, pattern.Syntax, relational);
            case INegatedPatternOperation negated:
                return Not(Matches(negated.Pattern, value, frame));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return Both(Matches(both.LeftPattern, value, frame), Matches(both.RightPattern, value, frame));
            case IBinaryPatternOperation either:
                return Either(Matches(either.LeftPattern, value, frame), Matches(either.RightPattern, value, frame));
            case IDeclarationPatternOperation declaration:
                Name(declaration.DeclaredSymbol, declaration.MatchesNull ? value : Narrowed(value, declaration.MatchedType), frame);
                return declaration.MatchesNull ? Truth(true) : IsOf(declaration.MatchedType);
            case ITypePatternOperation test when !value.MayBeNull && IsModuleOf(value, test.MatchedType) is { } isOfType:
                return Truth(isOfType);
            case IRecursivePatternOperation recursive:
                Name(recursive.DeclaredSymbol, Narrowed(value, recursive.MatchedType), frame);
                var matches = IsOf(recursive.MatchedType);
                foreach (var part in recursive.PropertySubpatterns)
                {
                    var member = part.Member is IMemberReferenceOperation { Member: var symbol }
                        ? ReadMember(value, symbol, part.Member) : Undecided(value, pattern);
                    matches = Both(matches, Matches(part.Pattern, member, frame));
                }

                for (var index = 0; index < recursive.DeconstructionSubpatterns.Length; index++)
                {
                    var item = Deconstructed(value, index, recursive.DeconstructionSubpatterns.Length, pattern);
                    matches = Both(matches, Matches(recursive.DeconstructionSubpatterns[index], item, frame));
                }

                return matches;
            default:
                foreach (var declared in pattern.Descendants().OfType<IDeclarationPatternOperation>())
                {
                    Name(declared.DeclaredSymbol, Undecided(value, pattern), frame);
                }

                return Undecided(value, pattern);
        }

        Value IsOf(ITypeSymbol? type)
        {
            if (value.MayBeNull)
            {
                return Undecided(value, pattern);
            }

            if (IsModuleOf(value, type) is { } isModule)
            {
                return Truth(isModule);
            }

            return IsSurely(value, type) ? Truth(true) : Undecided(value, pattern);
        }
    }

    /// <summary>What a module can be that is found to be of a type: of the modules that it may be, those of that type.</summary>
    private static Value Narrowed(Value value, ITypeSymbol? type)
    {
        if (type is null || value.IsNull || value.Unseen is not null || !Held.IsModule(type))
        {
            return value;
        }

        var calls = value.Calls.Where(call => Made(call).IsA(type)).ToArray();
        var things = value.Things.Where(thing => thing.Type is not { } own || !Held.IsModule(own) || own.IsA(type) || type.IsA(own))
            .ToArray();
        return calls.Length + things.Length == 0 ? value : value with { Calls = calls, Things = things };

        static ITypeSymbol Made(FactoryCall call) =>
            call.Method.MethodKind == MethodKind.Constructor ? call.Method.ContainingType : call.Method.ReturnType;
    }

    private void Name(ISymbol? variable, Value value, Frame frame)
    {
        if (variable is not null)
        {
            Declare(frame, variable, value);
        }
    }

    private Value Undecided(Value value, IPatternOperation pattern) => new(Finite.Opaque(GrowthIn([value], Parting(pattern.Syntax))));

    /// <summary>Whether all that it may be is of this type.</summary>
    private static bool IsSurely(Value value, ITypeSymbol? type) => type is not null && (value.Things.Count == 0
        ? IsParameter(value) && TensorShapes.IsTensor(type)
        : value.Things.All(thing => thing.Type is not null
            && thing.Type.SelfAndBases().Concat(thing.Type.AllInterfaces).Any(own => SymbolEqualityComparer.Default.Equals(own, type))));

    /// <summary>Whether it is a layer's tensor.</summary>
    private static bool IsParameter(Value value) => value.Tensors.Count > 0 && value.Tensors.All(static tensor => tensor.Name.Length > 0);
}
