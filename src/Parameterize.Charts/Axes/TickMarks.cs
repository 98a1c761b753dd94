namespace Parameterize.Charts.Axes;

/// <summary>Chooses round numbers along an axis.</summary>
internal static class TickMarks
{
    /// <summary>
    /// Ticks within the range, ascending; those with a label are about <paramref name="most"/> at most, and at least two.
    /// </summary>
    public static IReadOnlyList<Tick> For(AxisRange range, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 3);
        if (range.Scale == AxisScale.Linear)
        {
            return Linear(range.Low, range.High, most);
        }

        int first = (int)Math.Ceiling(range.Low - 1e-9), last = (int)Math.Floor(range.High + 1e-9);
        if (last - first >= 1)
        {
            return range.Scale == AxisScale.Log2 ? Powers(2, first, last, most) : Decades(range, first, last, most);
        }

        if (range.Scale == AxisScale.Log10 && range.High - range.Low > 0.7)
        {
            return Decades(range, first, last, most);
        }

        // Not two powers in the range: round numbers, at their logarithmic places.
        var ticks = Linear(range.Backward(range.Low), range.Backward(range.High), most);
        return [.. ticks.Where(tick => tick.Value > 0)];
    }

    private static Tick[] Linear(double low, double high, int most)
    {
        // The finest round step with few enough ticks; one finer where that would leave a single tick, which says nothing about scale.
        double finer, step = Step((high - low) / (most + 2));
        do
        {
            (finer, step) = (step, Step(step * 1.01));
        }
        while (Count(step) > most);
        if (Count(finer) <= most || Count(step) < 2)
        {
            step = finer;
        }

        double first = Math.Ceiling(low / step - 1e-9), last = Math.Floor(high / step + 1e-9);
        var ticks = new List<Tick>();
        for (var k = first; k <= last && ticks.Count < 3 * most; k++)
        {
            ticks.Add(new Tick(k * step + 0.0, NumberText.OnGrid(k * step, step, high)));
        }

        return [.. ticks];

        double Count(double by) => Math.Floor(high / by) - Math.Ceiling(low / by) + 1;
    }

    // The least of 1, 2, 5 times a power of ten that is not below.
    private static double Step(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        foreach (var round in (ReadOnlySpan<double>)[1, 2, 5])
        {
            if (rough <= round * power * (1 + 1e-9))
            {
                return round * power;
            }
        }

        return 10 * power;
    }

    private static Tick[] Powers(int radix, int first, int last, int most)
    {
        var stride = Stride(first, last, most);
        var plain = radix == 2 ? first >= 0 && last <= 16 : first >= -3 && last <= 4;
        return
        [
            .. Enumerable.Range(first, last - first + 1)
                .Where(exponent => exponent % stride == 0)
                .Select(exponent => new Tick(Math.Pow(radix, exponent),
                    plain ? NumberText.Short(Math.Pow(radix, exponent)) : $"{radix}^{exponent}")),
        ];
    }

    // Powers of ten, with 2 and 5 times them where there is room or where one power alone would say little, and unlabelled ticks between.
    private static Tick[] Decades(AxisRange range, int first, int last, int most)
    {
        if (Stride(first, last, most) > 1)
        {
            return Powers(10, first, last, most);
        }

        var plain = first >= -3 && last <= 4;
        var ticks = Enumerable.Range(first - 1, last - first + 2)
            .SelectMany(exponent => Enumerable.Range(1, 9).Select(digit => (digit, exponent, value: digit * Math.Pow(10, exponent))))
            .Where(tick => range.Position(tick.value) is >= -1e-9 and <= 1 + 1e-9).ToArray();
        var labelled = last - first < 1 || ticks.Count(tick => tick.digit is 1 or 2 or 5) <= most;
        return
        [
            .. ticks.Select(tick => new Tick(tick.value,
                tick.digit == 1 || (labelled && tick.digit is 2 or 5) ? Label(tick.digit, tick.exponent) : "")),
        ];

        string Label(int digit, int exponent)
        {
            if (plain)
            {
                return NumberText.Short(digit * Math.Pow(10, exponent));
            }

            return digit == 1 ? $"10^{exponent}" : $"{digit}×10^{exponent}";
        }
    }

    // A stride of which two multiples at least lie in the range.
    private static int Stride(int first, int last, int most)
    {
        var stride = (last - first) / most + 1;
        while (stride > 1 && FloorDivide(last, stride) - FloorDivide(first - 1, stride) < 2)
        {
            stride--;
        }

        return stride;
    }

    private static int FloorDivide(int value, int by) => (int)Math.Floor((double)value / by);
}
