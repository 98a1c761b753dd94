using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking) =>
                Convert(dtype, device, non_blocking);

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                Convert(null, new Device(deviceType, deviceIndex), non_blocking);

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking) => Convert(dtype, null, non_blocking);

            private Module Convert(ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (dtype is { } type && !is_floating_point(type) && !is_complex(type))
                    throw new ArgumentException("nn.Module.to only accepts floating point or complex types, but got desired dtype=" + type);
                foreach (var (_, child) in named_children())
                    child.Convert(dtype, device, non_blocking);
                _toEpilog(dtype, device, non_blocking);
                return this;
            }

            /// <summary>
            /// Puts new objects in the place of the parameters and buffers whose type or device changes, in the fields too, and disposes
            /// of the old ones: an optimizer made before is left with parameters that no longer exist.
            /// </summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                using var guard = no_grad();
                for (var i = 0; i < ownParameters.Count; i++)
                {
                    var (name, old) = ownParameters[i];
                    if (!Changes(old, dtype, device))
                        continue;
                    var moved = Replacement(old, dtype, device);
                    ownParameters[i] = (name, moved);
                    ReplaceInFields(old, moved);
                    old.Dispose();
                }

                for (var i = 0; i < ownBuffers.Count; i++)
                {
                    var (name, old, persistent) = ownBuffers[i];
                    if (!Changes(old, dtype, device))
                        continue;
                    var moved = Moved(old, dtype, device).MoveToOtherDisposeScope(old);
                    ownBuffers[i] = (name, moved, persistent);
                    ReplaceInFields(old, moved);
                    old.Dispose();
                }
            }

            private static Parameter Replacement(Parameter old, ScalarType? dtype, Device? device)
            {
                using var gradient = old.grad;
                var moved = new Parameter(Moved(old, dtype, device), old.requires_grad);
                moved.MoveToOtherDisposeScope(old);
                if (gradient is not null)
                {
                    using var movedGradient = Moved(gradient, dtype, device);
                    moved.grad = movedGradient;
                }

                return moved;
            }

            private static bool Changes(Tensor tensor, ScalarType? dtype, Device? device) =>
                (dtype is { } type && tensor.is_floating_point() && tensor.dtype != type)
                || (device is not null && tensor.device_type != device.type);

            private static Tensor Moved(Tensor tensor, ScalarType? dtype, Device? device) =>
                tensor.to(tensor.is_floating_point() ? dtype ?? tensor.dtype : tensor.dtype, device ?? tensor.device, copy: true);

            private void ReplaceInFields(Tensor old, Tensor moved)
            {
                for (var type = GetType(); type != typeof(Module); type = type!.BaseType)
                {
                    foreach (var field in Fields(type!).Where(field => typeof(Tensor).IsAssignableFrom(field.FieldType)))
                    {
                        if (ReferenceEquals(field.GetValue(this), old))
                            field.SetValue(this, moved);
                    }
                }
            }
        }
    }
}

/// <summary>Moving a module to another type or device, with the module's own type as result.</summary>
public static class ModuleExtensionMethods
{
    public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(type, non_blocking);

    public static T to<T>(this T module, torch.Device device, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(device, type, non_blocking);

    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module =>
        (T)module._to(deviceType, deviceIndex, non_blocking);

    public static T to<T>(this T module, torch.Device device, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(device.type, device.index, non_blocking);

    public static T cpu<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        (T)module._to(DeviceType.CPU, -1, non_blocking);

    public static T @float<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.Float32, non_blocking);

    public static T @double<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        module.to(torch.ScalarType.Float64, non_blocking);
}
