using FsCheck.Fluent;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;
using Parameterize.Tests.Kit;
using Parameterize.Tests.Signals;
using Xunit.Abstractions;

namespace Parameterize.Tests.Published;

/// <summary>
/// Yang and Hu, "Feature learning in infinite-width neural networks", arXiv 2011.14522: table 1, and theorems 3.2 to 3.4 as an oracle
/// for SGD with one rate. Their r is 1/2 minus ours: 1/2 is the kernel regime, 0 is feature learning.
/// </summary>
public class AbcTableTests(ITestOutputHelper output)
{
    public static TheoryData<string, string, string, string, string> Table1 => new()
    {
        // name, a, b (input, hidden, output), c, their r
        { "SP with rate 1/width", "0", "0, 1/2, 1/2", "1", "1/2" },
        { "NTP", "0, 1/2, 1/2", "0", "0", "1/2" },
        { "muP", "-1/2, 0, 1/2", "1/2", "0", "0" },
    };

    [Theory]
    [MemberData(nameof(Table1))]
    public void Table_1(string name, string a, string b, string c, string r)
    {
        var chain = Networks.Of(OptimizerFamily.SgdLike, a, b, c, hiddenLayers: 3);
        var propagation = SignalPropagation.Of(chain);

        Assert.Equal(Formula.Fraction(r), TheirRichness(chain));
        Assert.Equal(-Formula.Fraction(r), propagation.Readings[^2].Change.Exponent);
        Networks.AssertHolds(propagation, SignalProperty.Faithful, SignalProperty.Stable, SignalProperty.Nontrivial);
        Assert.NotEmpty(name);
    }

    /// <summary>The mean field limit of table 1 is that of one hidden layer.</summary>
    [Fact]
    public void Table_1_mean_field()
    {
        var chain = Networks.Of(OptimizerFamily.SgdLike, "0, 0, 1", "0", "-1", hiddenLayers: 0);

        Assert.Equal(Rational.Zero, TheirRichness(chain));
        Assert.True(SignalPropagation.Of(chain).IsSound);
    }

    [Fact]
    public void Theorems_3_2_to_3_4_say_what_propagation_says()
    {
        var (stable, nontrivial) = (0, 0);
        Property.Holds(output, AnyAbc(), chain =>
        {
            var (propagation, readout, r) = (SignalPropagation.Of(chain), chain.Layers[^1].Exponents, TheirRichness(chain));
            var (std, update) = (readout.A + readout.B!.Value, readout.A + readout.A + readout.C!.Value);

            Assert.Equal(-r, propagation.Readings[^2].Change.Exponent);
            Assert.Equal(std >= Rational.Half, propagation[SignalProperty.Faithful].Holds);
            var isStable = r >= 0 && update >= 1 && std + r >= 1;
            Assert.Equal(isStable, propagation[SignalProperty.Stable].Holds);
            if (isStable)
            {
                Assert.Equal(std + r == 1 || update == 1, propagation[SignalProperty.Nontrivial].Holds);
                stable++;
                nontrivial += propagation[SignalProperty.Nontrivial].Holds ? 1 : 0;
            }
        }, tests: 3000);
        output.WriteLine($"{stable} stable, {nontrivial} of them nontrivial");
        Assert.True(nontrivial > 20);
    }

    /// <summary>Any multipliers and any rate, with inits that keep activations as they are up to the readout.</summary>
    private static FsCheck.Gen<SignalChain> AnyAbc() =>
        from hiddenLayers in Gen.Choose(0, 4)
        from a in Gen.ListOf(Any.Quarters(-1, 2), hiddenLayers + 2)
        from readoutStd in Any.Quarters(0, 2)
        from c in Any.Quarters(-2, 2)
        select SignalChain.Of(OptimizerFamily.SgdLike, a.Select((exponent, layer) =>
        {
            var isLast = layer == hiddenLayers + 1;
            var std = layer == 0 ? Rational.Zero : isLast ? readoutStd : Rational.Half;
            var kind = layer == 0 ? ParameterKind.Input : isLast ? ParameterKind.Output : ParameterKind.Hidden;
            return new SignalLayer($"h{layer + 1}", kind, new Exponents(exponent, std - exponent, c));
        }).ToArray());

    /// <summary>Definition 3.2: min(a + b, 2a + c of the readout) + c - 1 + min over the others of (2a + 1 for the first layer).</summary>
    private static Rational TheirRichness(SignalChain chain)
    {
        var readout = chain.Layers[^1].Exponents;
        var c = readout.C!.Value;
        var below = chain.Layers.Take(chain.Layers.Count - 1)
            .Min(layer => layer.Exponents.A + layer.Exponents.A + (layer.Kind == ParameterKind.Input ? 1 : 0));
        return new[] { readout.A + readout.B!.Value, readout.A + readout.A + c }.Min() + c - 1 + below;
    }
}
