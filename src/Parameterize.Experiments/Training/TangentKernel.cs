using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Training;

/// <summary>
/// The empirical tangent kernel of a model: <c>K(i, j) = sum over tensors of eta * (df_i/dw . df_j/dw)</c>, each tensor weighted by its
/// rate factor of SGD, so that gradient flow is <c>df/dt = -K dLoss/df</c> (Jacot et al., arXiv 1806.07572).
/// </summary>
public static class TangentKernel
{
    /// <summary>The kernel on a small batch, one backward pass for each output of each sample.</summary>
    /// <typeparam name="TModel">The annotated class.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="inputs">
    /// B inputs; keep B times the outputs to some tens, since their gradients are held at once, tensor by tensor.
    /// </param>
    /// <returns>[B * outputs, B * outputs] in doubles on the CPU, without gradient; the caller disposes of it.</returns>
    public static Tensor Of<TModel>(TModel model, Tensor inputs)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        ArgumentNullException.ThrowIfNull(model);
        using var scope = NewDisposeScope();
        var (parameters, rates) = TrainedTensors.Of(model);
        var outputs = model.call(inputs).reshape(-1);
        var gradients = Enumerable.Range(0, (int)outputs.shape[0])
            .Select(index => autograd.grad([outputs[index]], parameters, retain_graph: true))
            .ToArray();
        var kernel = zeros(gradients.Length, gradients.Length, ScalarType.Float64);
        for (var tensor = 0; tensor < parameters.Length; tensor++)
        {
            var jacobian = Doubles.Of(stack([.. gradients.Select(row => row[tensor].reshape(-1))]));
            kernel += rates[tensor] * jacobian.mm(jacobian.t());
        }

        return kernel.MoveToOuterDisposeScope();
    }
}
