using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Signals;

/// <summary>Three- and four-layer networks written as the papers write them: one column of exponents per layer.</summary>
internal static class Networks
{
    private static readonly ParameterKind[] s_kinds = [ParameterKind.Input, ParameterKind.Hidden, ParameterKind.Output];

    /// <summary>Exponents as "0, 1/2, 1/2" for input, hidden and output; one number stands for all three; "inf" is infinity.</summary>
    public static SignalChain Of(OptimizerFamily family, string a, string b, string c, int hiddenLayers = 1)
    {
        var (columnsA, columnsB, columnsC) = (Columns(a), Columns(b), Columns(c));
        var column = Enumerable.Range(0, hiddenLayers + 2).Select(layer => layer == 0 ? 0 : layer <= hiddenLayers ? 1 : 2);
        return SignalChain.Of(family, column.Select((kind, layer) => new SignalLayer(
            $"h{layer + 1}", s_kinds[kind], new Exponents(columnsA[kind]!.Value, columnsB[kind], columnsC[kind]))).ToArray());
    }

    public static IEnumerable<Growth> Changes(SignalPropagation propagation) => propagation.Readings.Select(reading => reading.Change);

    public static void AssertHolds(SignalPropagation propagation, params SignalProperty[] properties) =>
        Assert.All(properties, property => Assert.True(propagation[property].Holds, propagation.ToString()));

    private static Rational?[] Columns(string text)
    {
        var columns = text.Split(", ").Select(column => column == "inf" ? (Rational?)null : Formula.Fraction(column)).ToArray();
        return columns.Length == 1 ? [columns[0], columns[0], columns[0]] : columns;
    }
}
