using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;

namespace Parameterize.Training.Tests.Models;

/// <summary>Exponents of an input, a hidden layer and a readout in quarters, drawn at random among the stable ones.</summary>
/// <remarks>
/// What is drawn keeps signals at init and is stable. Left out are only those whose slopes no fit over such widths can tell: a hidden
/// layer whose own change and the passed one differ by so little that both show, and changes that vanish in rounding.
/// </remarks>
public sealed record DrawnExponents(OptimizerFamily Family, Exponents Embed, Exponents Mix, Exponents Readout)
{
    private static readonly Rational s_quarter = new(1, 4);

    private SignalPropagation Propagation => SignalPropagation.Of(SignalChain.Of(
        Family,
        new SignalLayer("_embed", ParameterKind.Input, Embed),
        new SignalLayer("_mix", ParameterKind.Hidden, Mix),
        new SignalLayer("_readout", ParameterKind.Output, Readout)));

    private bool IsMeasurable
    {
        get
        {
            var propagation = Propagation;
            var (embed, mix) = (propagation["_embed"], propagation["_mix"]);
            return propagation[SignalProperty.Faithful].Holds
                && propagation[SignalProperty.Stable].Holds
                && embed.Change >= -Rational.One
                && mix.Change >= -Rational.One
                && (mix.Own == mix.Passed || mix.Own >= mix.Passed + Rational.Half || mix.Passed >= mix.Own + Rational.Half);
        }
    }

    public static DrawnExponents By(Random random, OptimizerFamily family)
    {
        while (true)
        {
            // a + b: 0 and 1/2 keep the signal at init; a readout with 1/2 to 1 passes the gradient from the first step.
            var drawn = new DrawnExponents(family, Tensor(Rational.Zero), Tensor(Rational.Half), Tensor(Rational.Half + Quarters(0, 2)));
            if (drawn.IsMeasurable)
            {
                return drawn;
            }
        }

        Exponents Tensor(Rational effective)
        {
            var a = Quarters(-4, 4);
            return new Exponents(a, effective - a, Quarters(-8, 12));
        }

        Rational Quarters(int from, int to) => s_quarter * random.Next(from, to + 1);
    }
}
