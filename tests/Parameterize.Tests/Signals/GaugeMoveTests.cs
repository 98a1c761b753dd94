using FsCheck;
using FsCheck.Fluent;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;
using Parameterize.Tests.Kit;
using Xunit.Abstractions;

namespace Parameterize.Tests.Signals;

/// <summary>Ten thousand random chains: propagation is total, consistent, and does not see the gauge.</summary>
public class GaugeMoveTests(ITestOutputHelper output)
{
    [Fact]
    public void A_gauge_move_changes_no_reading_and_no_verdict()
    {
        var verdicts = 0;
        Kit.Property.Holds(output, MovedChain(), pair =>
        {
            var (chain, moved) = pair;
            var (before, after) = (SignalPropagation.Of(chain), SignalPropagation.Of(moved));

            Assert.Equal(before.Readings.Select(Numbers), after.Readings.Select(Numbers));
            Assert.Equal(before.Richness, after.Richness);
            Assert.Equal(before.Verdicts.Select(Words), after.Verdicts.Select(Words));
            Assert.All(before.Verdicts.Where(_ => ++verdicts % 10 == 0), verdict => Check(chain, verdict));
            Assert.All(before.Readings, reading => Assert.True(reading.Change >= reading.Own && reading.Change >= reading.Passed));

            static (Growth, Growth, Growth, Growth, Growth, Growth) Numbers(SignalReading reading) =>
                (reading.AtInit, reading.Update, reading.Gradient, reading.Own, reading.Passed, reading.Change);

            static (SignalProperty, string?, Growth, string) Words(SignalVerdict verdict) =>
                (verdict.Property, verdict.Layer, verdict.Excess, verdict.Sentence);
        }, tests: 10_000);
    }

    /// <summary>A verdict that fails names a layer, and what it suggests restores the property.</summary>
    private static void Check(SignalChain chain, SignalVerdict verdict)
    {
        if (verdict.Holds)
        {
            Assert.Equal(Growth.Constant, verdict.Excess);
            Assert.Empty(verdict.Repairs);
            return;
        }

        Assert.Contains(verdict.Layer, chain.Layers.Select(layer => layer.Name));
        Assert.NotEqual(Growth.Constant, verdict.Excess);
        Assert.Contains($"`{verdict.Layer}`", verdict.Sentence, StringComparison.Ordinal);
        Assert.Equal(verdict.Repairs.Count, verdict.Repairs.Select(repair => (repair.Layer, repair.Symbol)).Distinct().Count());
        if (verdict.Repairs.Count > 0)
        {
            var repaired = verdict.Repairs.Aggregate(chain, (rest, repair) => repair.ApplyTo(rest));
            Assert.True(SignalPropagation.Of(repaired)[verdict.Property].Holds);
        }
        else
        {
            // Without a suggestion only where there is none to make: nothing to shift in what is zero or frozen.
            Assert.True(
                chain.Layers.Any(layer => layer.Exponents.B is null || layer.Exponents.C is null),
                $"{chain.Family}\n{string.Join("\n", chain.Layers)}\n{SignalPropagation.Of(chain)}");
        }
    }

    private static Gen<(SignalChain Chain, SignalChain Moved)> MovedChain() =>
        from chain in Chain()
        from shifts in Gen.ListOf(Any.Quarters(-2, 2), chain.Layers.Count)
        select (chain, new SignalChain(chain.Family, chain.Layers.Select((layer, index) =>
            layer with { Exponents = layer.Exponents.Moved(shifts[index], chain.Family) })));

    private static Gen<SignalChain> Chain() =>
        from family in Gen.Elements(Ratios.Families)
        from hidden in Gen.Choose(0, 4)
        from input in Layer("input", ParameterKind.Input)
        from bias in Layer("bias", ParameterKind.Vector)
        from branch in Gen.CollectToArray(Enumerable.Range(1, hidden), index => Layer($"hidden{index}", ParameterKind.Hidden))
        from readout in Layer("output", ParameterKind.Output)
        from shape in Gen.Choose(0, 2)
        select shape switch
        {
            0 => SignalChain.Of(family, [input, .. branch, readout]),
            1 => SignalChain.Of(family, [input, bias, .. branch, readout]),
            _ => new SignalChainBuilder(family).Then(input).Residual(branch).Then(readout).Build(),
        };

    private static Gen<SignalLayer> Layer(string name, ParameterKind kind) =>
        from a in Any.Quarters(-1, 1)
        from b in Gen.Frequency((12, Any.Quarters(-1, 1).Select(value => (Rational?)value)), (1, Gen.Constant<Rational?>(null)))
        from c in Gen.Frequency((12, Any.Quarters(-1, 2).Select(value => (Rational?)value)), (1, Gen.Constant<Rational?>(null)))
        select new SignalLayer(name, kind, new Exponents(a, b, c));
}
