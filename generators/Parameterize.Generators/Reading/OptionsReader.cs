using System.Globalization;
using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Reading;

/// <summary>Reads the options of [Parameterize], the assembly's defaults behind them.</summary>
internal sealed class OptionsReader(ReadingContext context)
{
    private const int DefaultBaseWidth = 64;
    private readonly AttributeData? _defaults = context.Compilation.Assembly.Attribute(WellKnownNames.ParameterizeDefaultsAttribute);

    /// <summary>The options, with what is wrong replaced by its default and reported.</summary>
    public ScalingOptions Read(IParameterSymbol? richnessParameter, IParameterSymbol? gammaParameter) => new()
    {
        Richness = DialParameter("Richness", richnessParameter) ? null : Richness(),
        Gamma = DialParameter("Gamma", gammaParameter) ? null : Gamma(),
        Gauge = context.Choice(Holder("Gauge"), "Gauge", context.Type.Name, Gauge.NeuralTangent),
        Baseline = context.Attribute.Argument<bool>("Baseline") ?? false,
        DecayExponent = Exponent("DecayExponent", 0, "it is between 0, which keeps lambda, and 1, which keeps eta lambda"),
        ScaleEpsilon = Option<bool>("ScaleEpsilon") ?? true,
        AttentionExponent = Exponent("AttentionExponent", 0.5, "it is between 1/2 and 1"),
        DepthExponent = Exponent("DepthExponent", 0.5, "it is between 1/2 and 1"),
    };

    public int BaseWidth(bool isNeeded)
    {
        if (Option<int>("BaseWidth") is not { } baseWidth)
        {
            // A baseline is plain TorchSharp at every width.
            if (isNeeded && context.Attribute.Argument<bool>("Baseline") != true)
            {
                context.Report(Descriptors.BaseWidthMissing, context.ClassLocation, context.Type.Name);
            }

            return DefaultBaseWidth;
        }

        if (baseWidth <= 0)
        {
            context.Report(Descriptors.BaseWidthNotPositive, OptionLocation("BaseWidth"), baseWidth);
            return DefaultBaseWidth;
        }

        return baseWidth;
    }

    private Rational Richness()
    {
        var value = Option<double>("Richness") ?? 0.5;
        if (value is >= 0 and <= 0.5)
        {
            return Rational.FromDouble(value, maxDenominator: 1_000_000) ?? Rational.Half;
        }

        var reason = value switch
        {
            < 0 => "outputs explode at init",
            > 0.5 => "updates explode",
            _ => "it is not a number",
        };
        context.Report(
            Descriptors.RichnessOutOfRange, OptionLocation("Richness"), value.ToString("R", CultureInfo.InvariantCulture), reason);
        return Rational.Half;
    }

    /// <summary>An exponent up to 1, which is the default.</summary>
    private Rational Exponent(string name, double least, string requirement)
    {
        var value = Option<double>(name) ?? 1;
        if (value >= least && value <= 1)
        {
            return Rational.FromDouble(value, maxDenominator: 1_000_000) ?? Rational.One;
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        context.Report(Descriptors.InvalidConstant, OptionLocation(name), name, text, context.Type.Name, requirement);
        return Rational.One;
    }

    private double Gamma()
    {
        var value = Option<double>("Gamma") ?? 1;
        if (value is >= Literal.Smallest and <= Literal.Largest)
        {
            return value;
        }

        context.Report(Descriptors.GammaNotPositive, OptionLocation("Gamma"), value.ToString("R", CultureInfo.InvariantCulture));
        return 1;
    }

    private bool DialParameter(string option, IParameterSymbol? parameter)
    {
        if (parameter is not null && context.Attribute.NamedArguments.Any(argument => argument.Key == option))
        {
            var location = context.ArgumentLocation(context.Attribute, option);
            context.Report(Descriptors.DialGivenTwice, location, context.Type.Name, option, parameter.Name);
        }

        return parameter is not null;
    }

    private T? Option<T>(string name)
        where T : struct => context.Attribute.Argument<T>(name) ?? _defaults.Argument<T>(name);

    private Location OptionLocation(string name) => context.ArgumentLocation(Holder(name), name);

    private AttributeData Holder(string name) =>
        context.Attribute.NamedArguments.Any(argument => argument.Key == name) ? context.Attribute : _defaults ?? context.Attribute;
}
