using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Checkpoints;

/// <summary>A model's file, without a file.</summary>
internal static class Checkpoint
{
    public static byte[] Of(Module model)
    {
        using var stream = new MemoryStream();
        model.save(stream);
        return stream.ToArray();
    }

    public static void Load(this Module model, byte[] checkpoint)
    {
        using var stream = new MemoryStream(checkpoint);
        model.load(stream);
    }

    /// <summary>Every number of the model, buffers included, by name.</summary>
    public static IReadOnlyDictionary<string, double[]> Numbers(Module model) => model.state_dict().ToDictionary(
        entry => entry.Key,
        entry => Numbers(entry.Value));

    public static double[] Numbers(TorchSharp.torch.Tensor tensor) =>
        tensor.detach().to_type(TorchSharp.torch.ScalarType.Float64).contiguous().data<double>().ToArray();
}
