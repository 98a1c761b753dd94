using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using static TorchSharp.torch;

namespace Parameterize.Experiments.Sweeps;

/// <summary>
/// libtorch's default generator, of which a process has one: from it dropout draws, and all that is given no generator of its own. A trial
/// that runs alone has it for itself. Of several that run at once none may draw but while a model is built, or numbers would depend on
/// which of them drew when: that is looked for, and is an error.
/// </summary>
internal static class DefaultGenerator
{
    private static readonly Lock gate = new();
    private static int watches;
    private static byte[] left = [];

    /// <summary>Seeds it for a trial that runs alone, by the trial's name: whatever ran before in this process does not matter.</summary>
    public static void SeedFor(string trial) => manual_seed(SeedOf(trial));

    /// <summary>Seeds it and builds, with no other build in between.</summary>
    public static T During<T>(long seed, Func<T> build)
    {
        lock (gate)
        {
            Look();
            random.manual_seed(seed);
            try
            {
                return build();
            }
            finally
            {
                Leave();
            }
        }
    }

    /// <summary>Begins a time in which several trials run at once.</summary>
    public static void Watch()
    {
        lock (gate)
        {
            watches++;
            Leave();
        }
    }

    /// <summary>The end of what <see cref="Watch"/> began.</summary>
    public static void Unwatch()
    {
        lock (gate)
        {
            watches--;
        }
    }

    /// <summary>Called when one of several trials has ended, before its result is taken.</summary>
    /// <exception cref="InvalidOperationException">One of them has drawn.</exception>
    public static void LookAfterTrial()
    {
        lock (gate)
        {
            Look();
        }
    }

    internal static long SeedOf(string trial) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(trial))) & long.MaxValue;

    private static void Leave()
    {
        if (watches > 0)
        {
            left = State();
        }
    }

    private static void Look()
    {
        if (watches > 0 && !State().AsSpan().SequenceEqual(left))
        {
            throw new InvalidOperationException(
                "A trial drew from libtorch's default generator while others ran beside it, or other code of this process did: by " +
                "dropout, by a draw without a generator, by torch.manual_seed, elsewhere than where SeededModels builds a model. The " +
                "process has that generator but once, so numbers would depend on which of them drew when. Run one trial at a time " +
                "(workers: 1), or by `parameterize sweep`, whose workers are processes; or give each draw a generator of its own.");
        }
    }

    private static byte[] State()
    {
        using var state = Generator.Default.get_state();
        return state.data<byte>().ToArray();
    }
}
