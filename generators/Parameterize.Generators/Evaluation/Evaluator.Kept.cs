using Microsoft.CodeAnalysis;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// The numbers that models inside keep for good, as <c>encoder.OutputSize</c>: what their constructor makes of what it is given.
/// </content>
internal sealed partial class Evaluator
{
    /// <summary>How many models inside one another are asked.</summary>
    private const int MostInside = 4;

    // What each model inside is built with, by what the call made.
    private readonly Dictionary<object, IReadOnlyList<Value>> _givenInside = [];
    private int _inModels;

    private void NoteGiven(FactoryCall call, IReadOnlyList<Value> arguments)
    {
        // An object may change before the number is asked for.
        if (arguments.All(static argument => argument.Things.Count == 0 && argument.Closures.Count == 0))
        {
            _givenInside[call.Made] = arguments;
        }
    }

    private Value? KeptInside(Value model, ISymbol member, IOperation at)
    {
        if (model.Calls.Only() is not { Method: { } constructor } call || !_givenInside.TryGetValue(call.Made, out var given)
            || _inModels >= MostInside || !IsKept(member) || TypeOf(member) is not { } type || !IsNumber(type))
        {
            return null;
        }

        var inside = new Evaluator(widths, compilation, cancellation) { _inModels = _inModels + 1, _model = constructor.ContainingType };
        var self = inside._self = new Thing(ThingKind.Made, constructor.ContainingType);
        foreach (var layer in LayerMembers.Holders(constructor.ContainingType).Select(KeyOf).OfType<ISymbol>())
        {
            inside._store.Set(self, layer, Value.Null());
        }

        inside.Construct(self, constructor, given, call: null);
        var kept = inside._isDead ? null : inside.ReadMember(self, member, at);
        return kept is null || inside._exhausted is not null ? null : new Value(kept.Dimension) { Constant = kept.Constant };
    }

    /// <summary>Whether a member says the same for as long as its object lives.</summary>
    private bool IsKept(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly,
        IPropertySymbol { IsVirtual: false, IsOverride: false, IsAbstract: false, SetMethod: null, GetMethod: { } getter } property =>
            KeyOf(property) is not null
                || (property.IsSourced() && Body(getter) is { } body && Mentions(body).Used.All(used =>
                    used is IFieldSymbol { IsReadOnly: true }
                        || (used is IPropertySymbol { SetMethod: null } own && KeyOf(own) is not null))),
        _ => false,
    };
}
