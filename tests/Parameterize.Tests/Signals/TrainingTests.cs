using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Signals;
using Parameterize.Tests.Kit;

namespace Parameterize.Tests.Signals;

/// <summary>Real steps on a linear network of three layers: what changes, and how that scales, is what propagation says.</summary>
public class TrainingTests
{
    private const int Steps = 3;
    private const double Rate = 0.02;
    private static readonly int[] s_widths = [64, 128, 256, 512];

    public static TheoryData<OptimizerFamily, string, string, string> Parametrizations => new()
    {
        { OptimizerFamily.SgdLike, "0, 1/2, 1/2", "0", "0" },
        { OptimizerFamily.SgdLike, "-1/2, 0, 1/2", "1/2", "0" },
        { OptimizerFamily.SgdLike, "0, 1/2, 1", "0", "-1" },
        { OptimizerFamily.SgdLike, "0, 1/2, 3/4", "0", "-1/2" },
        { OptimizerFamily.SgdLike, "0", "0, 1/2, 1/2", "1" },
        { OptimizerFamily.SgdLike, "0, 0, 0", "0, 1/2, inf", "-1, 0, 1" }, // muP with a readout that starts at zero
        { OptimizerFamily.AdamLike, "-1/2, 0, 1/2", "1/2", "1/2, 1, 1/2" },
        { OptimizerFamily.AdamLike, "0, 1/2, 3/4", "0", "1/4, 3/4, 1/4" },
        { OptimizerFamily.AdamLike, "0, 0, 0", "0, 1/2, 1/2", "1/2, 3/2, 1" },
        { OptimizerFamily.Spectral, "-1/2, 0, 1/2", "1/2", "1/2, 0, 1/2" }, // muP
        { OptimizerFamily.Spectral, "0, 1/2, 1/2", "0", "1/2, 0, 1/2" }, // NTK
        { OptimizerFamily.Spectral, "0, 1/2, 3/4", "0", "1/4, -1/4, 1/4" },
        { OptimizerFamily.Spectral, "-1/2, 0, 1/2", "1/2", "1/2, 1, 1/2" }, // Adam's rule: the layer's own part is by 1 too small
    };

    [Theory]
    [MemberData(nameof(Parametrizations))]
    public void Changes_scale_as_predicted(OptimizerFamily family, string a, string b, string c)
    {
        var chain = Networks.Of(family, a, b, c);
        var predicted = Networks.Changes(SignalPropagation.Of(chain)).Select(change => change.Exponent!.Value.ToDouble()).ToArray();
        var measured = s_widths.Select(width => (
            Width: width,
            Changes: Enumerable.Range(1, 6).Select(seed => Train(chain, width, seed)).ToArray())).ToArray();

        for (var layer = 0; layer < predicted.Length; layer++)
        {
            var slope = Vectors.LogLogSlope(measured.Select(at => (
                (double)at.Width,
                at.Changes.Select(change => change[layer]).ToArray().Rms())));
            Assert.True(Math.Abs(slope - predicted[layer]) < 0.12, $"layer {layer + 1}: predicted {predicted[layer]}, measured {slope:F3}");
        }
    }

    /// <summary>The size of the change of each layer's output; the loss is minus the output, whose gradient is 1 at every step.</summary>
    private static double[] Train(SignalChain chain, int n, int seed)
    {
        var sgd = chain.Family == OptimizerFamily.SgdLike;
        var random = new Random((1000 * n) + seed);
        var layers = chain.Layers.Select(layer => layer.Exponents).ToArray();
        var weights = layers.Select((layer, l) => Vectors.Gaussian(random, l == 1 ? n * n : n)
            .Scaled(layer.B is { } exponent ? Power(exponent) : 0)).ToArray();
        var multipliers = layers.Select(layer => Power(layer.A)).ToArray();
        var rates = layers.Select(layer => Rate * Power(layer.C!.Value)).ToArray();
        var before = Forward();
        for (var step = 0; step < Steps; step++)
        {
            var (h1, h2, _) = Forward();
            var g2 = weights[2].Scaled(multipliers[2]);
            var g1 = weights[1].TransposedTimes(g2).Scaled(multipliers[1]);
            Step(0, weights[0], g1, 1);
            var (left, right) = chain.Family == OptimizerFamily.Spectral ? (g2.Direction(), h1.Direction()) : (g2, h1);
            for (var row = 0; row < n; row++)
            {
                if (chain.Family == OptimizerFamily.Spectral)
                {
                    Vectors.AddScaled(weights[1].AsSpan(row * n, n), right, rates[1] * left[row]);
                }
                else
                {
                    Step(1, weights[1].AsSpan(row * n, n), right, left[row]);
                }
            }

            Step(2, weights[2], h2, 1);
        }

        var after = Forward();
        return [after.H1.Minus(before.H1).Rms(), after.H2.Minus(before.H2).Rms(), Math.Abs(after.F - before.F)];

        double Power(Rational exponent) => Math.Pow(n, -exponent.ToDouble());

        (double[] H1, double[] H2, double F) Forward()
        {
            var h1 = weights[0].Scaled(multipliers[0]);
            var h2 = weights[1].Times(h1).Scaled(multipliers[1]);
            return (h1, h2, multipliers[2] * Vectors.Dot(weights[2], h2));
        }

        // One tensor, or one row of it: its gradient is the multiplier times a vector times a number.
        void Step(int layer, Span<double> weight, double[] vector, double factor) => Vectors.AddScaled(
            weight,
            sgd ? vector : vector.Signs(),
            rates[layer] * (sgd ? multipliers[layer] * factor : Math.Sign(factor)));
    }
}
