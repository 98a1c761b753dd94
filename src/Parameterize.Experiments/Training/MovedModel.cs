using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Training;

/// <summary>
/// Moves a model by TorchSharp's <c>to</c>, and looks whether all of it went. It replaces parameters and disposes the old ones, so that an
/// optimizer made before would hold on to what is gone; and there are classes that it moves in part, without a word.
/// </summary>
internal static class MovedModel
{
    /// <summary>Moves it in place.</summary>
    /// <param name="model">The model.</param>
    /// <param name="device">The device; null to stay.</param>
    /// <param name="index">Its index; -1 for TorchSharp's choice.</param>
    /// <param name="dtype">The element type; null to keep it.</param>
    /// <exception cref="InvalidOperationException">It cannot be moved, or something stayed behind.</exception>
    public static void Move(Module model, DeviceType? device, int index, ScalarType? dtype)
    {
        try
        {
            if (device is { } type && dtype is { } element)
            {
                model.to(new Device(type, index), element);
            }
            else if (device is { } alone)
            {
                model.to(alone, index);
            }
            else
            {
                model.to(dtype!.Value);
            }
        }
        catch (ArgumentException refused)
        {
            // Properties are looked up by name, and the name of an indexer or of a hidden property is there twice.
            throw new InvalidOperationException(
                $"TorchSharp cannot move '{model.GetType().Name}': it, or a module in it, has two properties of one name. Rename one, or " +
                $"build its layers on the device, in the type, that they are to have, and ask for no other. TorchSharp says: " +
                $"{refused.Message}",
                refused);
        }

        var parameters = model.named_parameters().Select(one => (one.name, (Tensor)one.parameter));
        foreach (var (name, tensor) in parameters.Concat(model.named_buffers().Select(one => (one.name, one.buffer))))
        {
            if (!IsThere(tensor))
            {
                throw new InvalidOperationException(
                    $"'{name}' of '{model.GetType().Name}' stayed behind, as {PlacementOf(tensor)}: TorchSharp's `to` does not move it. " +
                    "A public property of a tensor's own name is one reason; make it private, or rename it.");
            }
        }

        bool IsThere(Tensor tensor) =>
            (device is not { } type || (tensor.device_type == type && (index < 0 || tensor.device_index == index)))
            && (dtype is not { } element || !tensor.is_floating_point() || tensor.dtype == element);
    }

    private static string PlacementOf(Tensor tensor) => $"{tensor.dtype} on {tensor.device}".ToLowerInvariant();
}
