using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static bool is_grad_enabled() => Native.st_get_grad_mode() != 0;

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => Native.st_is_inference_mode() != 0;

    private sealed class GradMode : IDisposable
    {
        private readonly int before = Native.st_get_grad_mode();

        internal GradMode(bool enabled) => Native.st_set_grad_mode(enabled ? 1 : 0);

        public void Dispose() => Native.st_set_grad_mode(before);
    }

    private sealed class InferenceMode : IDisposable
    {
        private nint guard;

        internal InferenceMode(bool mode) => guard = Native.st_enter_inference_mode(mode ? 1 : 0);

        public void Dispose()
        {
            if (guard != 0)
                Native.st_leave_inference_mode(guard);
            guard = 0;
        }
    }
}
