using System.ComponentModel;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize;

/// <content>Instances that scale otherwise than their class: of which some widths do not grow, and baselines.</content>
public sealed partial class ModelScaling
{
    /// <summary>The row of a tensor of such an instance, by the kind that the tensor has there.</summary>
    /// <param name="row">The one that was made as the class has it, as if all widths grew.</param>
    /// <param name="widths">The instance's widths.</param>
    /// <param name="richness">r.</param>
    /// <param name="gamma">The prefactor of the activity.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TensorParameterization RowOf(TensorParameterization row, IReadOnlyList<WidthRatio> widths, double richness, double gamma)
    {
        var isFinite = (row ?? throw new ArgumentNullException(nameof(row))).Kind == ParameterKind.Finite;
        if (isFinite && !Options.Baseline)
        {
            return row;
        }

        var formulas = Tensors.First(tensor => tensor.Name == (row.Formula ?? row.Name));
        var growsWhole = widths.All(width => !width.IsFinite);
        var growing = widths.FirstOrDefault(width => !width.IsFinite) is { } n ? Factor.Of(n.Symbol) : Factor.One;
        var tensor = isFinite || growsWhole ? formulas : TensorScaling.Of(InstanceTensor.Of(formulas, Growing, growing), Options);
        return row.By(tensor, Rule(tensor), Value, Options.Baseline);

        Factor Growing(Factor factor) => widths.Where(width => width.IsFinite)
            .Aggregate(factor, (product, width) => product.Substitute(width.Symbol, Factor.One));

        ParameterRule Rule(TensorScaling tensor) => new(
            Options.Baseline ? "standard" : tensor.Kind.ToString().ToLowerInvariant(),
            tensor.Families.Select(scaling => scaling.Select(Value)));

        double Value(Factor factor) => factor.Evaluate(
            symbol => symbol == ScalingRule.GammaSymbol ? gamma : widths.First(width => width.Symbol == symbol).Ratio, richness);
    }
}
