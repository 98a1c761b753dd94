using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Signals;

/// <summary>
/// A linear network of three layers that reads the number 1 and whose loss has gradient 1, at one width, with drawn weights. Computes
/// the parts of its first-order change exactly, with matrices and vectors; the weights' scales are put in afterwards.
/// </summary>
internal sealed class LinearSimulation
{
    private const int Readouts = 48; // the output at init is a single number: taken over many readouts
    private readonly int _width;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _third;
    private readonly double[] _secondTimesFirst;
    private readonly double _outputRms;

    public LinearSimulation(int width, int seed)
    {
        var random = new Random(seed);
        _width = width;
        _first = Vectors.Gaussian(random, width);
        _second = Vectors.Gaussian(random, width * width);
        _third = Vectors.Gaussian(random, width);
        _secondTimesFirst = _second.Times(_first);
        _outputRms = Enumerable.Range(0, Readouts)
            .Select(_ => Vectors.Dot(Vectors.Gaussian(random, width), _secondTimesFirst)).ToArray().Rms();
    }

    /// <summary>Sizes in the order s1, s2, s3, g1, g2, D1, D2, D3.</summary>
    public double[] Measure(SignalChain chain)
    {
        var (one, two, three) = (chain.Layers[0].Exponents, chain.Layers[1].Exponents, chain.Layers[2].Exponents);
        var sgd = chain.Family == OptimizerFamily.SgdLike;
        var h1 = _first.Scaled(Std(one));
        var h2 = _secondTimesFirst.Scaled(Std(one) * Std(two));

        var update3 = (sgd ? h2 : h2.Signs()).Scaled(Rate(three));
        var g2 = _third.Scaled(Std(three)).Plus(update3); // after the first steps the readout is its init and its update
        var g1 = _second.TransposedTimes(g2).Scaled(Std(two));

        var change1 = (sgd ? g1 : g1.Signs()).Scaled(Rate(one));
        var own2 = chain.Family switch
        {
            OptimizerFamily.SgdLike => g2.Scaled(Rate(two) * Vectors.Dot(h1, h1)),
            OptimizerFamily.AdamLike => g2.Signs().Scaled(Rate(two) * h1.Sum(Math.Abs)),
            OptimizerFamily.Spectral => g2.Direction().Scaled(Rate(two) * Math.Sqrt(Vectors.Dot(h1, h1))),
        };
        var change2 = own2.Plus(_second.Times(change1).Scaled(Std(two)));
        var change3 = Vectors.Dot(update3, h2) + Vectors.Dot(_third.Scaled(Std(three)), change2);

        var output = _outputRms * Std(one) * Std(two) * Std(three);
        return [h1.Rms(), h2.Rms(), output, g1.Rms(), g2.Rms(), change1.Rms(), change2.Rms(), Math.Abs(change3)];

        double Std(Exponents layer) => Power(layer.A + layer.B!.Value);

        double Rate(Exponents layer) => Power(sgd ? layer.A + layer.A + layer.C!.Value : layer.A + layer.C!.Value);

        double Power(Rational exponent) => Math.Pow(_width, -exponent.ToDouble());
    }

    /// <summary>What propagation predicts of the same.</summary>
    public static double[] Predict(SignalPropagation propagation)
    {
        var (one, two, three) = (propagation.Readings[0], propagation.Readings[1], propagation.Readings[2]);
        Growth[] growths = [one.AtInit, two.AtInit, three.AtInit, one.Gradient, two.Gradient, one.Change, two.Change, three.Change];
        return growths.Select(growth => growth.Exponent!.Value.ToDouble()).ToArray();
    }
}
