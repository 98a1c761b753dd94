using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The parameters of a recurrent module, under libtorch's names and in its order, which its operators rely on.</summary>
internal static class RecurrentWeights
{
    /// <summary>One set for each layer and direction; gates are stacked along the first dimension.</summary>
    internal static void Register(nn.Module owner, RecurrentShape shape, Device? device, ScalarType? dtype)
    {
        if (shape.Layers < 1)
            throw new ArgumentException("The number of layers has to be positive.");
        for (long layer = 0; layer < shape.Layers; layer++)
        {
            var inputs = layer == 0 ? shape.Inputs : shape.Hidden * shape.Directions;
            for (var direction = 0; direction < shape.Directions; direction++)
            {
                var suffix = string.Create(CultureInfo.InvariantCulture, $"_l{layer}") + (direction == 0 ? "" : "_reverse");
                Register(owner, suffix, inputs, shape.Hidden, shape.Gates, shape.HasBias, device, dtype);
            }
        }

        Draw(owner, shape.Hidden);
    }

    /// <summary>A cell is one layer in one direction, and has no numbers in its names.</summary>
    internal static void RegisterCell(nn.Module owner, long inputs, long hidden, long gates, bool bias, Device? device, ScalarType? dtype)
    {
        Register(owner, "", inputs, hidden, gates, bias, device, dtype);
        Draw(owner, hidden);
    }

    private static void Register(
        nn.Module owner, string suffix, long inputs, long hidden, long gates, bool bias, Device? device, ScalarType? dtype)
    {
        Add("weight_ih", [gates * hidden, inputs]);
        Add("weight_hh", [gates * hidden, hidden]);
        if (!bias)
            return;
        Add("bias_ih", [gates * hidden]);
        Add("bias_hh", [gates * hidden]);

        void Add(string name, long[] sizes)
        {
            var parameter = new Parameter(empty(sizes, dtype, device));
            parameter.DetachFromDisposeScope();
            owner.register_parameter(name + suffix, parameter);
        }
    }

    private static void Draw(nn.Module owner, long hidden)
    {
        var bound = hidden > 0 ? 1 / Math.Sqrt(hidden) : 0;
        foreach (var parameter in owner.parameters())
            nn.init.uniform_(parameter, -bound, bound);
    }
}
