using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Reading;

/// <summary>Reads and checks [Exponents].</summary>
internal static class ExponentsReader
{
    private const string Spectral = "CSpectral";
    private const int LargestDenominator = 64;
    private const int LargestExponent = 64;

    /// <summary>The member's own exponents; null where it follows the rule of its kind, or what it says is no exponent.</summary>
    /// <param name="member">The member.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="context">Where findings go.</param>
    public static WidthExponents? Read(LayerMember member, ParameterKind kind, ReadingContext context)
    {
        if (member.Symbol.Attribute(WellKnownNames.ExponentsAttribute) is not { } attribute)
        {
            return null;
        }

        var count = attribute.ConstructorArguments.Length;
        var (a, b) = (Positional("a", 0), Positional("b", 1));
        var c = count > 2 ? Positional("c", 2) : null;
        var (sgd, adam, spectral) = (Named("CSgd"), Named("CAdam"), Named(Spectral));
        if (count == 2 && !IsGiven("CSgd") && !IsGiven("CAdam") && !IsGiven(Spectral))
        {
            Report(attribute.Syntax(context)?.GetLocation(), "c", "nothing", "give a third argument, CSgd, CAdam or CSpectral");
        }

        if (spectral is { } matrix && kind != ParameterKind.Hidden)
        {
            Report(
                context.ArgumentLocation(attribute, Spectral),
                Spectral,
                matrix.ToString(),
                "spectral optimizers have a rate of their own for hidden tensors alone and train this one by CAdam");
        }

        var isNorm = member.Shape is { IsNorm: true };
        if (isNorm && a is { IsZero: false })
        {
            Report(Place(0), "a", Text(attribute.ConstructorArguments[0].Value), "a norm has no forward multiplier, so that a is 0");
        }

        return a is { } multiplier && b is { } init ? new WidthExponents(multiplier, init, sgd ?? c, adam ?? c, spectral) : null;

        Rational? Positional(string name, int index) => index < count && attribute.ConstructorArguments[index].Value is double value
            ? Fraction(name, value, Place(index))
            : null;

        Rational? Named(string name) => attribute.Argument<double>(name) is { } value
            ? Fraction(name, value, context.ArgumentLocation(attribute, name))
            : null;

        bool IsGiven(string name) => attribute.NamedArguments.Any(argument => argument.Key == name);

        Rational? Fraction(string name, double value, Location? place)
        {
            if (Math.Abs(value) <= LargestExponent && Rational.FromDouble(value, LargestDenominator) is { } fraction)
            {
                return fraction;
            }

            var nearest = Nearest(value) is { } other ? $"; the nearest is {other}" : "";
            Report(place, name, Text(value), $"an exponent is a fraction with a denominator of at most {LargestDenominator}{nearest}");
            return null;
        }

        Location? Place(int index) => attribute.Syntax(context)?.ArgumentList?.Arguments
            .Where(argument => argument.NameEquals is null).ElementAtOrDefault(index)?.Expression.GetLocation();

        void Report(Location? place, string name, string value, string requirement) =>
            context.Report(Descriptors.InvalidConstant, place ?? member.Location, name, value, member.Symbol.Name, requirement);
    }

    private static AttributeSyntax? Syntax(this AttributeData attribute, ReadingContext context) =>
        attribute.ApplicationSyntaxReference?.Node(context.Cancellation) as AttributeSyntax;

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static Rational? Nearest(double value) => double.IsNaN(value) || Math.Abs(value) > LargestExponent
        ? null
        : Enumerable.Range(1, LargestDenominator)
            .Select(denominator => new Rational((long)Math.Round(value * denominator), denominator))
            .OrderBy(fraction => Math.Abs(fraction.ToDouble() - value))
            .First();
}
