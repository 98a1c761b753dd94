using TorchSharp;
using System.Globalization;
using static TorchSharp.torch;

namespace Parameterize.Experiments.Training;

/// <summary>Devices and element types that experiments train on, as a command line and the ids of trials name them.</summary>
internal static class PlacementNames
{
    private static readonly (string Name, DeviceType Type)[] Devices =
        [("cpu", DeviceType.CPU), ("cuda", DeviceType.CUDA), ("mps", DeviceType.MPS), ("meta", DeviceType.META)];

    private static readonly (string Name, ScalarType Type)[] Dtypes =
        [("bfloat16", ScalarType.BFloat16), ("float32", ScalarType.Float32), ("float64", ScalarType.Float64)];

    public static string Of(DeviceType device, int index = -1) =>
        Devices.First(one => one.Type == device).Name + (index < 0 ? "" : FormattableString.Invariant($":{index}"));

    public static string Of(ScalarType dtype) => Dtypes.First(one => one.Type == dtype).Name;

    /// <summary>Reads <c>cuda:1</c>; the index is -1 where none is given.</summary>
    public static (DeviceType? Type, int Index) Device(string text)
    {
        var (name, index) = text.Split(':') switch
        {
            [var only] => (only, -1),
            [var kind, var number]
                when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) => (kind, parsed),
            _ => ("", -1),
        };
        var found = Devices.FirstOrDefault(one => one.Name == name);
        return found.Name is not null && (index < 0 || found.Type == DeviceType.CUDA)
            ? (found.Type, index)
            : throw new ArgumentException(
                $"'{text}' is no device to train on; there are cpu, cuda, cuda:N with N counted from 0, and mps.");
    }

    public static ScalarType Dtype(string text) =>
        Dtypes.FirstOrDefault(one => one.Name == text) is { Name: not null } found ? found.Type : throw Unknown(text);

    /// <exception cref="ArgumentException">It is none of those that have a name here.</exception>
    public static void Check(DeviceType device)
    {
        if (Devices.All(one => one.Type != device))
        {
            throw new ArgumentException($"'{device.ToString().ToLowerInvariant()}' is no device to train on; there are cpu, cuda and mps.");
        }
    }

    /// <exception cref="ArgumentException">It is none of those that have a name here, or the device does not have it.</exception>
    public static void Check(ScalarType dtype, DeviceType? device)
    {
        if (Dtypes.All(one => one.Type != dtype))
        {
            throw Unknown(dtype.ToString().ToLowerInvariant());
        }

        if (dtype == ScalarType.Float64 && device == DeviceType.MPS)
        {
            throw new ArgumentException("The device mps has no float64; give float32, or the device cpu.");
        }
    }

    private static ArgumentException Unknown(string text) => new(
        text is "float16" or "half"
            ? "Nothing is trained in float16 here: its gradients vanish unless the loss is scaled. Give bfloat16: it has float32's range."
            : $"'{text}' is no element type to train in; there are bfloat16, float32 and float64.");
}
