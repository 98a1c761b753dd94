using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Evaluation;

/// <summary>
/// What a type of numbers holds exactly. Values are computed as doubles: where the type would wrap around, round otherwise or lose
/// digits, a number has no value, rather than one that the program never sees.
/// </summary>
internal static class Representable
{
    private const double Exact = 1L << 53;

    /// <summary>The number, with the values that the type can hold; without any, if it cannot hold that at base widths.</summary>
    public static Dimension Of(Dimension number, ITypeSymbol? type)
    {
        if (type is { SpecialType: SpecialType.System_Single })
        {
            return Rounded(number);
        }

        var isHeld = Holds(type, number.Value) && Holds(type, number.Usual);
        return !isHeld ? number.WithoutValue() : number with
        {
            Values = number.Values.Map(value => Holds(type, value) ? value : double.NaN),
            AtLeast = IsWide(type) ? number.AtLeast : null,
        };
    }

    /// <summary>A constant; of one that is another number as a double, nothing is known but that it is one.</summary>
    public static Dimension Constant(object value)
    {
        if (Of(value) is { } number)
        {
            return Finite.Constant(number);
        }

        return value is long or ulong or decimal ? Finite.Constant(null).WithoutValue() : Finite.Constant(null);
    }

    /// <summary>A constant as a double; null if that is another number.</summary>
    public static double? Of(object? constant) => constant switch
    {
        char character => character,
        long or ulong => Convert.ToDouble(constant, CultureInfo.InvariantCulture) is var number && Math.Abs(number) < Exact ? number : null,
        decimal number => HasFewDigits((double)number) ? (double)number : null,
        sbyte or byte or short or ushort or int or uint or float or double => Convert.ToDouble(constant, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>A number to shift by; only so many of its bits count.</summary>
    public static Dimension ShiftOf(Dimension count, ITypeSymbol? shifted)
    {
        var bits = shifted is { SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64 } ? 64 : 32;
        return count.Value is null || IsFew(count.Value.Value)
            ? count with { Values = count.Values.Map(by => IsFew(by) ? by : double.NaN) } : count.WithoutValue();

        bool IsFew(double by) => by >= 0 && by < bits;
    }

    // A sum, product, quotient or root of two floats that is computed as a double, and rounded then, is the one that is computed as a
    // float.
    private static Dimension Rounded(Dimension number)
    {
        var values = number.Values.Map(static value => (float)value);
        return number is { Value: null, Usual: { } usual } && (float)usual != usual ? number.WithoutValue()
            : number with { Values = values, IsRough = number.IsRough || !values.Equals(number.Values) };
    }

    // Counters of other types wrap around soon.
    private static bool IsWide(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static bool Holds(ITypeSymbol? type, double? value) => value is not { } number || type?.SpecialType switch
    {
        SpecialType.System_SByte => number is >= sbyte.MinValue and <= sbyte.MaxValue,
        SpecialType.System_Byte => number is >= byte.MinValue and <= byte.MaxValue,
        SpecialType.System_Int16 => number is >= short.MinValue and <= short.MaxValue,
        SpecialType.System_UInt16 or SpecialType.System_Char => number is >= ushort.MinValue and <= ushort.MaxValue,
        SpecialType.System_Int32 or SpecialType.System_IntPtr => number is >= int.MinValue and <= int.MaxValue,
        SpecialType.System_UInt32 or SpecialType.System_UIntPtr => number is >= uint.MinValue and <= uint.MaxValue,
        SpecialType.System_Int64 => Math.Abs(number) < Exact,
        SpecialType.System_UInt64 => number is >= 0 and < Exact,
        SpecialType.System_Decimal => HasFewDigits(number),
        _ => true,
    };

    // Halves and quarters are alike in base 2 and in base 10; a tenth is not.
    private static bool HasFewDigits(double number) => Math.Abs(number) < Exact && Math.Floor(number * (1 << 20)) == number * (1 << 20);
}
