using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize;

/// <content>
/// How a table is declared: step by step, of which only the last is looked at. Each holds what it adds, and all are taken together once it
/// is asked for.
/// </content>
public sealed partial class ModelScaling
{
    private ModelScaling Then(Action<Declarations> declare) => new(Model, _modelRatio, Options, this, declare);

    private Declarations Declare()
    {
        var steps = new Stack<Action<Declarations>>();
        for (var step = this; step is not null; step = step._before)
        {
            steps.Push(step._declare);
        }

        var declared = new Declarations();
        foreach (var declare in steps)
        {
            declare(declared);
        }

        return declared;
    }

    private static void AddNested(
        Declarations declared, string name, ModelScaling inner, IReadOnlyDictionary<string, Factor> symbols, string? behind)
    {
        var renamed = symbols.ToDictionary(symbol => symbol.Key, symbol => symbol.Value);
        var arguments = symbols.Count == 0 ? "" : $" with {string.Join(", ", symbols.Select(symbol => $"{symbol.Key} = {symbol.Value}"))}";
        var own = declared.Computed.ToArray();
        foreach (var ratio in inner.Computed.Where(ratio => !renamed.ContainsKey(ratio.Symbol)))
        {
            var here = ratio with
            {
                Expression = $"{ratio.Expression} of {inner.Model}{arguments}",
                Growth = ratio.Growth * ComputedRatio.PowerOf(Here(Factor.Parse(inner._modelRatio)), Rational.Zero, own),
            };
            var known = declared.Computed.FirstOrDefault(other => other with { Symbol = ratio.Symbol } == here) ?? Free(here);
            renamed.Add(ratio.Symbol, Factor.Of(known.Symbol));
        }

        var growing = renamed.Values.FirstOrDefault(ratio => !ratio.IsOne) ?? Factor.One;
        declared.Tensors.AddRange(inner.Tensors.Select(tensor => InstanceTensor.Of(tensor, Here, growing) with
        {
            Name = $"{name}.{tensor.Name}",
            Behind = FiniteStages.Inside(name, tensor.Declaration.Behind, behind),
        }));

        // All at once: an inner symbol may have the name of another outer one.
        Factor Here(Factor factor) => factor.Powers.Aggregate(
            Factor.Constant(factor.Coefficient),
            (product, power) => product * (renamed.TryGetValue(power.Key, out var value) ? value : Factor.Of(power.Key)).Pow(power.Value));

        // A symbol of the inner model may be one of another size here.
        ComputedRatio Free(ComputedRatio ratio)
        {
            var free = ratio;
            for (var number = 2; declared.Computed.Any(other => other.Symbol == free.Symbol); number++)
            {
                free = ratio with { Symbol = FormattableString.Invariant($"{ratio.Symbol}{number}") };
            }

            declared.Computed.Add(free);
            return free;
        }
    }

    private sealed class Declarations
    {
        public List<ComputedRatio> Computed { get; } = [];

        public List<TensorDeclaration> Tensors { get; } = [];
    }
}
