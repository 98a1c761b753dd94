using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Training;

/// <summary>
/// What went into each linear layer of a model, and its weight, at one moment. What goes in already bears the generated forward multiplier,
/// so that <c>weight x input</c> is the preactivation in every gauge.
/// </summary>
public sealed class LayerTrace : IDisposable
{
    private readonly Dictionary<string, (Tensor Input, Tensor Weight)> _layers;

    private LayerTrace(Dictionary<string, (Tensor, Tensor)> layers) => _layers = layers;

    /// <summary>The layers' names, in the order of calls.</summary>
    public IReadOnlyCollection<string> Layers => _layers.Keys;

    /// <summary>Runs the model once, without gradients, and copies inputs and weights of its linear layers.</summary>
    /// <param name="model">The model; each linear layer is called once, with inputs [batch, fan-in].</param>
    /// <param name="inputs">The batch.</param>
    public static LayerTrace Record(Module<Tensor, Tensor> model, Tensor inputs)
    {
        ArgumentNullException.ThrowIfNull(model);
        var found = new Dictionary<string, (Tensor, Tensor)>();
        ObservedRun.Run(model, inputs, (name, module) => module is Linear linear ? (input, _) => Keep(name, input, linear.weight) : null);
        return new LayerTrace(found);

        // A tied readout's own weight is not what it applies.
        void Keep(string name, Tensor? input, Tensor weight)
        {
            if (input is not null)
            {
                found[name] = (Kept(input), Kept(weight));
            }
        }
    }

    /// <summary>[batch, fan-in] in doubles on the CPU, multiplier included; belongs to the trace.</summary>
    /// <exception cref="KeyNotFoundException">No such layer was called.</exception>
    public Tensor Input(string layer) => _layers[layer].Input;

    /// <summary>[fan-out, fan-in] in doubles on the CPU; belongs to the trace.</summary>
    /// <exception cref="KeyNotFoundException">No such layer was called.</exception>
    public Tensor Weight(string layer) => _layers[layer].Weight;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (input, weight) in _layers.Values)
        {
            input.Dispose();
            weight.Dispose();
        }
    }

    private static Tensor Kept(Tensor tensor) => Doubles.Of(tensor).clone().DetachFromDisposeScope();
}
