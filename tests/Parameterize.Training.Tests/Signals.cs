using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>What the modules of a model give out on one batch, for runs that no coordinate check makes.</summary>
internal static class Signals
{
    /// <summary>By the modules' names; the model's own output has none.</summary>
    public static Dictionary<string, double[]> Of(Module<Tensor, Tensor> model, Tensor inputs)
    {
        var outputs = new Dictionary<string, double[]>();
        ObservedRun.Run(model, inputs, (name, _) => (_, h) => outputs[name] = Entries(h));
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        outputs[""] = Entries(model.call(inputs));
        return outputs;
    }

    /// <summary>Root mean square of the difference.</summary>
    public static double Change(double[] before, double[] after) => RootMeanSquare.Of([.. after.Zip(before, (one, other) => one - other)]);

    private static double[] Entries(Tensor output) => Doubles.Of(output).contiguous().data<double>().ToArray();
}
