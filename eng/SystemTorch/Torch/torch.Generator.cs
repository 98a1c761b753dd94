using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers on the CPU. Unlike TorchSharp's, it is honoured wherever it is accepted.</summary>
    public class Generator : IDisposable
    {
        private static readonly Lazy<Generator> shared = new(() => new Generator(null, Native.st_default_generator()));

        private Generator(Device? device, IntPtr nativeHandle)
        {
            this.device = device ?? CPU;
            Handle = nativeHandle;
        }

        public Generator(ulong seed = 0, Device? device = null) : this(device, Native.st_new_generator(seed))
        {
        }

        ~Generator() => Dispose(false);

        public static Generator Default => shared.Value;

        public IntPtr Handle { get; private set; }

        public Device device { get; }

        public unsafe Tensor get_state()
        {
            NativeResult result;
            Native.Check(Native.st_get_generator_state(Handle, &result));
            return Aten.Wrap(result);
        }

        public void set_state(Tensor value) => Native.Check(Native.st_set_generator_state(Handle, value.Handle));

        public Generator manual_seed(long seed)
        {
            Native.st_seed_generator(Handle, (ulong)seed);
            return this;
        }

        public long seed() => (long)Native.st_reseed_generator(Handle);

        public long initial_seed() => (long)Native.st_generator_seed(Handle);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (Handle == IntPtr.Zero)
                return;
            Native.st_free_generator(Handle);
            Handle = IntPtr.Zero;
        }
    }

    public static partial class random
    {
        public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

        public static long seed() => Generator.Default.seed();

        public static long initial_seed() => Generator.Default.initial_seed();

        public static Tensor get_rng_state() => Generator.Default.get_state();

        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }

    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    public static long seed() => random.seed();

    public static long initial_seed() => random.initial_seed();

    public static Tensor get_rng_state() => random.get_rng_state();

    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);
}
