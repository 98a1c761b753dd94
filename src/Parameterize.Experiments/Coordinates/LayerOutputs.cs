using Parameterize.Experiments.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Coordinates;

/// <summary>
/// The outputs of named layers on one batch, taken by hooks: preactivations, with multiplier and bias in them. A readout's are less its
/// bias, whose size at init does not depend on width and would hide the slope of the rest; so are those of layers behind a stage of fixed
/// size.
/// </summary>
internal static class LayerOutputs
{
    /// <summary>Runs the model once, without gradients, and copies what each layer gave out.</summary>
    /// <param name="model">The model; each layer is expected to be called once.</param>
    /// <param name="layers">Names as in the model's table; <c>*</c> stands for one part of a path.</param>
    /// <param name="inputs">The batch.</param>
    /// <returns>By the layer's full name, in the order of calls, every entry as a double.</returns>
    public static IReadOnlyDictionary<string, double[]> Record(
        Module<Tensor, Tensor> model, IReadOnlyCollection<LayerExpectation> layers, Tensor inputs)
    {
        var outputs = new Dictionary<string, double[]>();
        ObservedRun.Run(model, inputs, (name, module) =>
        {
            if (layers.FirstOrDefault(layer => LayerPattern.Matches(layer.Layer, name)) is not { } expected)
            {
                return null;
            }

            var bias = expected.IsLessItsBias ? module.get_parameter("bias") : null;
            return (_, output) => outputs[name] = Entries(bias is null ? output : output - AlongChannels(bias, module, output));
        });
        return outputs;
    }

    private static double[] Entries(Tensor output) => Doubles.Of(output).contiguous().data<double>().ToArray();

    // A linear layer's channels are its output's last axis, a convolution's the one behind the batch.
    private static Tensor AlongChannels(Tensor bias, Module module, Tensor output)
    {
        var isLast = module is TorchSharp.Modules.Linear or TorchSharp.Modules.Bilinear || output.dim() < 3;
        return isLast ? bias : bias.reshape([-1, .. Enumerable.Repeat(1L, (int)output.dim() - 2)]);
    }
}
