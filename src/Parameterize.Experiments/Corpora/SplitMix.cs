namespace Parameterize.Experiments.Corpora;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014): a small generator of our own, because the sequence of <see cref="Random"/> is not promised to
/// stay the same between runtimes, and a sweep that is resumed on another machine must see the same batches.
/// </summary>
/// <param name="state">Where its sequence starts.</param>
public struct SplitMix(ulong state)
{
    private ulong _state = state;

    /// <summary>A generator for one use out of many: every (seed, stream, step) has its own independent sequence.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="stream">What the numbers are for.</param>
    /// <param name="step">Which of many uses.</param>
    public static SplitMix For(int seed, int stream, long step)
    {
        var mixer = new SplitMix((uint)seed);
        var first = mixer.Next() ^ (ulong)(uint)stream;
        var second = new SplitMix(first).Next() ^ (ulong)step;
        return new SplitMix(new SplitMix(second).Next());
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A whole number from 0 to <paramref name="bound"/> - 1; uneven by less than bound / 2^64.</summary>
    /// <param name="bound">At least 1.</param>
    public long Below(long bound) => (long)Math.BigMul(Next(), (ulong)bound, out _);
}
