using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Training;

/// <summary>
/// A model's first-order Taylor expansion in its trained parameters, at the point where they are now and on some inputs:
/// <c>f(w + v) = f(w) + J v</c>. Neither J nor its square is ever held: both directions are passes of automatic differentiation, so that
/// the width is limited by training itself (Jacot et al., arXiv 1806.07572; Lee et al., arXiv 1902.06720).
/// </summary>
public sealed class Linearization : IDisposable
{
    private readonly Tensor[] _parameters;
    private readonly Tensor _outputs;
    private readonly Tensor _weights;
    private readonly Tensor[] _pulled;
    private readonly double[] _rates;

    private Linearization(Tensor[] parameters, double[] rates, Tensor outputs, Tensor weights, Tensor[] pulled)
    {
        (_parameters, _rates, _outputs, _weights, _pulled) = (parameters, rates, outputs, weights, pulled);
        Outputs = outputs.detach().DetachFromDisposeScope();
    }

    /// <summary>f(w), as one row: outputs of the first sample, of the second and so on; belongs to the linearization.</summary>
    public Tensor Outputs { get; }

    /// <summary>Linearizes a model where it is now.</summary>
    /// <typeparam name="TModel">The annotated class.</typeparam>
    /// <param name="model">The model. Until this is disposed of, its parameters stay as they are.</param>
    /// <param name="inputs">The batch.</param>
    public static Linearization Of<TModel>(TModel model, Tensor inputs)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        ArgumentNullException.ThrowIfNull(model);
        var (parameters, rates) = TrainedTensors.Of(model);
        var outputs = model.call(inputs).reshape(-1).DetachFromDisposeScope();

        // J'u is linear in u, so that its own derivative by u, pulled back from v, is Jv.
        var weights = outputs.detach().zeros_like().requires_grad_(true).DetachFromDisposeScope();
        var pulled = autograd.grad([outputs], parameters, [weights], retain_graph: true, create_graph: true);
        return new Linearization(parameters, rates, outputs, weights, [.. pulled.Select(one => one.DetachFromDisposeScope())]);
    }

    /// <summary>J'u: the gradient of the outputs' sum, each output weighted; a tensor for each parameter, in the model's order.</summary>
    /// <param name="weights">u, one number for each output.</param>
    public IReadOnlyList<Tensor> Pull(Tensor weights) =>
        [.. autograd.grad([_outputs], _parameters, [weights], retain_graph: true)];

    /// <summary>Jv: how fast the outputs change when the parameters move along v.</summary>
    /// <param name="direction">v, a tensor for each parameter, in the model's order.</param>
    public Tensor Push(IReadOnlyList<Tensor> direction) => autograd.grad([.. _pulled], [_weights], [.. direction], retain_graph: true)[0];

    /// <summary>
    /// Columns of the tangent kernel as <see cref="TangentKernel"/> has it, each tensor weighted by its rate factor of SGD: one pass back
    /// and one forth for each.
    /// </summary>
    /// <param name="columns">How many, those of the first outputs.</param>
    /// <returns>[outputs, columns] in doubles on the CPU; the caller disposes of it.</returns>
    public Tensor Kernel(int columns)
    {
        using var scope = NewDisposeScope();
        return stack([.. Enumerable.Range(0, columns).Select(Column)], dim: 1).MoveToOuterDisposeScope();

        Tensor Column(int index)
        {
            using var inner = NewDisposeScope();
            var chosen = Outputs.zeros_like();
            chosen[index] = 1;
            return Doubles.Of(Push([.. Pull(chosen).Select((gradient, tensor) => gradient * _rates[tensor])])).MoveToOuterDisposeScope();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _pulled.Append(_weights).Append(_outputs).Append(Outputs))
        {
            tensor.Dispose();
        }
    }
}
