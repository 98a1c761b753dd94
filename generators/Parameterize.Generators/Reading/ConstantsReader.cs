using System.Globalization;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>The constants of one layer's attribute.</summary>
internal sealed record LayerConstants(double Multiplier, double LearningRate, double WeightDecay, InitSpec Init)
{
    public static LayerConstants None { get; } = new(1, 1, 1, InitSpec.Default);
}

/// <summary>Reads and checks the constants of [Input], [Hidden] and [Output].</summary>
internal static class ConstantsReader
{
    public static LayerConstants Read(LayerMember member, ReadingContext context)
    {
        if (member.Attribute is not { } attribute || member.Declared == ParameterKind.Finite)
        {
            return LayerConstants.None;
        }

        Whole("FanIn", -1, "the axes of a parameter are counted from 0");
        Whole("FanOut", -1, "the axes of a parameter are counted from 0");
        Whole("BaseFanIn", 0, "a size at base widths is 1 or more");
        Whole("BaseFanOut", 0, "a size at base widths is 1 or more");
        var std = Number(
            "InitStd", 0, static value => value >= 0, "a standard deviation at base widths is positive, or 0 to keep TorchSharp's draw");
        return new LayerConstants(
            Number("Multiplier", 1, static value => value != 0, "a multiplier is finite and not 0"),
            Number("LearningRate", 1, static value => value > 0, "a factor on the learning rate is positive and finite"),
            Number("WeightDecay", 1, static value => value >= 0, "a factor on the weight decay is finite and at least 0"),
            new InitSpec(
                std == 0 ? null : std,
                context.Choice(attribute, "Init", member.Symbol.Name, InitDistribution.Normal),
                attribute.Argument<bool>("ZeroInit") ?? false));

        double Number(string name, double otherwise, System.Func<double, bool> accepts, string requirement)
        {
            var value = attribute.Argument<double>(name) ?? otherwise;
            var isInside = value == 0 || System.Math.Abs(value) is >= Literal.Smallest and <= Literal.Largest;
            if (isInside && accepts(value))
            {
                return value;
            }

            var isTooFar = !isInside && !double.IsNaN(value) && !double.IsInfinity(value);
            Report(
                name, value.ToString("R", CultureInfo.InvariantCulture), isTooFar ? "it is between 1e-30 and 1e30 in size" : requirement);
            return otherwise;
        }

        // What is left out has a value too, and may be written.
        void Whole(string name, int leftOut, string requirement)
        {
            if (attribute.Argument<int>(name) is { } value && value < leftOut)
            {
                Report(name, Literal.Of(value), requirement);
            }
        }

        void Report(string name, string value, string requirement) => context.Report(
            Descriptors.InvalidConstant, context.ArgumentLocation(attribute, name), name, value, member.Symbol.Name, requirement);
    }
}
