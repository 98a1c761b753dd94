using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.Generators.Infrastructure;

/// <summary>Values as C# text, the only way from a value to generated code: no culture can change a digit or a sign.</summary>
internal static class Literal
{
    /// <summary>
    /// What constants of users are at least, 0 aside: their products and squares, which formulas make of them, are numbers then.
    /// </summary>
    public const double Smallest = 1e-30;

    /// <summary>What constants of users are at most.</summary>
    public const double Largest = 1e30;

    /// <summary>A double that parses back to the same bits, such as <c>0.25</c> or <c>64.0</c>.</summary>
    public static string Of(double value)
    {
        if (NonFinite(value) is { } constant)
        {
            return constant;
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.IndexOfAny(['.', 'E']) < 0 ? text + ".0" : text;
    }

    /// <summary>A double where an integer literal reads better and means the same: <c>1</c>, <c>0.25</c>.</summary>
    public static string Short(double value) => NonFinite(value) ?? value.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Of(bool value) => value ? "true" : "false";

    private static string? NonFinite(double value)
    {
        if (double.IsNaN(value))
        {
            return "double.NaN";
        }

        if (double.IsPositiveInfinity(value))
        {
            return "double.PositiveInfinity";
        }

        return double.IsNegativeInfinity(value) ? "double.NegativeInfinity" : null;
    }

    /// <summary>An identifier, with <c>@</c> where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;
}
