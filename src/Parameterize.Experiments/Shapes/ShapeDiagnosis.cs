using System.Globalization;

namespace Parameterize.Experiments.Shapes;

/// <summary>A contradiction between a row and its tensor's shapes, in words that let the user act.</summary>
internal static class ShapeDiagnosis
{
    public static string Differs(string fan, double claimed, double measured) =>
        string.Create(CultureInfo.InvariantCulture, $"{fan} grows {measured:0.###}-fold, and the table has it grow {claimed:0.###}-fold");

    public static string Of(
        TensorParameterization row, string problem, ShapeGrowth? measured, (long Width, long[] Shape) smaller,
        (long Width, long[] Shape) larger)
    {
        var seen = string.Create(CultureInfo.InvariantCulture,
            $"`{row.Name}` ({row.Kind}) is {Shape(smaller.Shape)} at width {smaller.Width} and {Shape(larger.Shape)} at " +
            $"{larger.Width}: {problem}.");
        return $"{seen}{Really(row, measured)} The compiler misread how the constructor makes this size: "
            + "compute it from the [Width] parameters by arithmetic, in a local that is assigned once, and build the layer with that; " +
                "or say the kind by attribute on the member.";
    }

    private static string Shape(long[] shape) => FormattableString.Invariant($"[{string.Join(", ", shape)}]");

    private static string Really(TensorParameterization row, ShapeGrowth? measured)
    {
        if (measured is not { } growth)
        {
            return "";
        }

        var kind = (growth.FanIn == 1, growth.FanOut == 1) switch
        {
            (true, true) => ParameterKind.Finite,
            (true, false) => row.Kind == ParameterKind.Vector ? ParameterKind.Vector : ParameterKind.Input,
            (false, false) => ParameterKind.Hidden,
            _ => ParameterKind.Output,
        };
        return kind == row.Kind ? "" : $" By its shapes it is {kind}.";
    }
}
