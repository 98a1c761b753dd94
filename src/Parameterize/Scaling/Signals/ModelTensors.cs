using Parameterize.Scaling.Rules;

namespace Parameterize.Scaling.Signals;

/// <summary>All rows of a class's symbolic table. Only here is the gradient of a tensor with exponents of its own known.</summary>
internal static class ModelTensors
{
    /// <summary>
    /// The rows as the rules give them, with what follows the gradient (epsilon, a coupled decay) of each tensor with exponents of its own:
    /// <c>M g h</c>, where g and h are the sizes of the layer's gradient and input. Where the class is unfaithful or unstable under
    /// Adam, or sets its dial at run time, the rule of the kind stays.
    /// </summary>
    public static IReadOnlyList<TensorScaling> Of(
        IReadOnlyList<TensorDeclaration> declarations, ScalingOptions options, IReadOnlyList<ComputedRatio> computed)
    {
        var tensors = declarations.Select(declaration => TensorScaling.Of(declaration, options)).ToArray();
        if (options.Baseline || options.Richness is not { } richness || tensors.All(tensor => tensor.Own is null)
            || ModelChain.Of(tensors, OptimizerFamily.AdamLike, richness, computed) is not { } chain)
        {
            return tensors;
        }

        var propagation = SignalPropagation.Of(chain);
        return propagation[SignalProperty.Faithful].Holds && propagation[SignalProperty.Stable].Holds
            ? tensors.Select(Completed).ToArray()
            : tensors;

        TensorScaling Completed(TensorScaling tensor)
        {
            var reading = propagation.Readings.FirstOrDefault(reading => reading.Layer.Name == ModelChain.LayerOf(tensor.Name));
            if (tensor.Own is not { } own || reading is null || (reading.Gradient + reading.Input).Exponent is not { } gradient)
            {
                return tensor;
            }

            return tensor.WithGradient(tensor.Declaration.Ratios.Model.Pow(gradient - own.A), options);
        }
    }
}
