using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Reading;

/// <summary>How a tensor comes to its first values.</summary>
/// <param name="Draws">What it may have been drawn from.</param>
/// <param name="ByDefault">The m of TorchSharp's own draw.</param>
/// <param name="Axis">How its axes grow.</param>
internal sealed record DrawnTensor(IReadOnlyList<TensorDraw> Draws, Factor ByDefault, Func<int, Factor?> Axis)
{
    /// <summary>How the std of one of its draws grows; null where that is not known.</summary>
    public Factor? Growth(TensorDraw draw) => draw.Kind switch
    {
        DrawKind.Default => Root(ByDefault) * draw.Growth,
        DrawKind.Power => draw.Growth,
        DrawKind.FanIn when Axis(1) is { } fanIn => Root(fanIn) * draw.Growth,
        DrawKind.FanOut when Axis(0) is { } fanOut => Root(fanOut) * draw.Growth,
        DrawKind.BothFans or DrawKind.LongerSide when Axis(0) is { } one && one.Equals(Axis(1)) => Root(one) * draw.Growth,
        _ => null,
    };

    /// <summary>
    /// How the sides that a draw depends on grow, where they do not do so alike: what their sum, or the longer one, is then, its sizes say.
    /// </summary>
    public FanDraw? Fans(TensorDraw draw) =>
        draw.Kind is DrawKind.BothFans or DrawKind.LongerSide && Axis(0) is { } first && Axis(1) is { } second && !first.Equals(second)
            ? new(first, second, draw.Kind == DrawKind.LongerSide) : null;

    private static Factor Root(Factor fan) => fan.Pow(-Rational.Half);
}
