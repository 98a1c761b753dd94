using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize;

/// <content>Instances of which some widths do not grow.</content>
public sealed partial class ModelScaling
{
    /// <summary>The resolved table of such an instance, by the kinds that its tensors have.</summary>
    /// <param name="table">The one that was made as if all widths grew.</param>
    internal ModelParameterization Finite(ModelParameterization table)
    {
        var widths = table.Widths.ToDictionary(width => width.Symbol);
        var n = table.Widths.FirstOrDefault(width => !width.IsFinite);
        var formulas = Tensors.ToLookup(tensor => tensor.Name);
        return new ModelParameterization(table.Model, table.Gauge, table.Richness, table.Gamma, n?.Ratio ?? 1, table.Tensors.Select(Row))
        {
            Scales = table.Scales,
            Widths = table.Widths,
        };

        TensorScaling Here(TensorScaling tensor) => TensorScaling.Of(
            InstanceTensor.Of(tensor, Growing, n is null ? Factor.One : Factor.Of(n.Symbol)), Options);

        Factor Growing(Factor factor) => table.Widths.Where(width => width.IsFinite)
            .Aggregate(factor, (product, width) => product.Substitute(width.Symbol, Factor.One));

        // Models inside have tables of their own.
        TensorParameterization Row(TensorParameterization row)
        {
            if (row.Owner is not null || row.Kind == ParameterKind.Finite)
            {
                return row;
            }

            var tensor = Here(formulas[row.Formula ?? row.Name].First());
            return row.By(tensor, Rule(tensor), Value);
        }

        ParameterRule Rule(TensorScaling tensor) =>
            new(tensor.Kind.ToString().ToLowerInvariant(), tensor.Families.Select(scaling => scaling.Select(Value)));

        double Value(Factor factor) => factor.Evaluate(
            symbol => symbol == ScalingRule.GammaSymbol ? table.Gamma : widths[symbol].Ratio, table.Richness);
    }
}
