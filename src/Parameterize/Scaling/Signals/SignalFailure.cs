using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Signals;

/// <summary>The first layer at which a property fails.</summary>
/// <param name="At">What happens at that layer.</param>
/// <param name="Excess">What should be of size 1: how it scales instead.</param>
/// <param name="Sentence">The same in words.</param>
internal sealed record SignalFailure(SignalReading At, Growth Excess, string Sentence)
{
    /// <summary>What many things of this size do: grow like n^1/2, vanish like n^-1/2, are exactly 0.</summary>
    public static string They(Growth growth)
    {
        if (growth.IsNothing)
        {
            return "are exactly 0";
        }

        return growth > Growth.Constant ? $"grow like {growth}" : $"vanish like {growth}";
    }

    /// <summary>What one thing of this size does.</summary>
    public static string It(Growth growth)
    {
        if (growth.IsNothing)
        {
            return "is exactly 0";
        }

        return growth > Growth.Constant ? $"grows like {growth}" : $"vanishes like {growth}";
    }
}
