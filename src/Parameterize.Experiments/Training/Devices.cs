using TorchSharp;
using static TorchSharp.torch;

namespace Parameterize.Experiments.Training;

/// <summary>What this machine has: the one place that asks TorchSharp for it.</summary>
internal static class Devices
{
    /// <summary>How many devices of a kind there are.</summary>
    public static int Count(DeviceType type) => type switch
    {
        DeviceType.CPU => 1,
        DeviceType.CUDA => cuda.is_available() ? cuda.device_count() : 0,
        DeviceType.MPS => mps_is_available() ? 1 : 0,
        _ => 0,
    };

    /// <summary>What to say if there are not enough; null if there are.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="index">Which, counted from 0; -1 for any.</param>
    /// <param name="count">How many of the kind there are.</param>
    public static string? Lacking(DeviceType type, int index, int count)
    {
        var name = PlacementNames.Of(type, index);
        if (count > Math.Max(index, 0))
        {
            return null;
        }

        return (type, count) switch
        {
            (DeviceType.CUDA, 0) =>
                $"There is no device {name}: TorchSharp finds no CUDA here. It needs an NVIDIA driver, and the package " +
                "TorchSharp-cuda-linux or TorchSharp-cuda-windows in place of TorchSharp-cpu.",
            (DeviceType.CUDA, 1) => $"There is no device {name}: the only one of this machine is cuda:0.",
            (DeviceType.CUDA, _) =>
                FormattableString.Invariant($"There is no device {name}: those of this machine are cuda:0 to cuda:{count - 1}."),
            (DeviceType.META, _) => "Nothing trains on the device meta: it has shapes, and no numbers.",
            _ => $"There is no device {name} here.",
        };
    }
}
