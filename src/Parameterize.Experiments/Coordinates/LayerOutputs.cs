using Parameterize.Experiments.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Coordinates;

/// <summary>The outputs of named layers on one batch, taken by hooks: preactivations, with multiplier and bias in them.</summary>
internal static class LayerOutputs
{
    /// <summary>Runs the model once, without gradients, and copies what each layer gave out.</summary>
    /// <param name="model">The model; each layer is expected to be called once.</param>
    /// <param name="layers">Names as in the model's table; <c>*</c> stands for one part of a path.</param>
    /// <param name="inputs">The batch.</param>
    /// <returns>By the layer's full name, in the order of calls, every entry as a double.</returns>
    public static IReadOnlyDictionary<string,
    double[]> Record(Module<Tensor, Tensor> model, IReadOnlyCollection<string> layers, Tensor inputs)
    {
        var outputs = new Dictionary<string, double[]>();
        ObservedRun.Of(model, inputs, (name, _) => layers.Any(pattern => LayerPattern.Matches(pattern, name))
            ? (_, output) => outputs[name] = Doubles.Of(output).contiguous().data<double>().ToArray()
            : null);
        return outputs;
    }
}
