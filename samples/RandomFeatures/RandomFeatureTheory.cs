namespace Parameterize.Samples.RandomFeatures;

/// <summary>
/// Predicts the errors of ridge regression on random features: the lazy end of the dial with the hidden layer frozen. The features' kernel
/// is <c>K(x, x') = 1/k sum_j g_j(x) g_j(x')</c> over k random features g_j whose mean kernel has eigenvalues l_i; the regression adds
/// delta to the diagonal of K on the n training samples. Simon et al., "More is better", arXiv 2311.14646, the eigenframework for random
/// features.
/// </summary>
public static class RandomFeatureTheory
{
    private const int Bisections = 100;

    /// <summary>
    /// Solves <c>sum l/(l+gamma) + delta/kappa = n</c> and <c>sum l/(l+gamma) + k kappa/gamma = k</c> for kappa, gamma > 0, and
    /// evaluates the errors there. With kappa from the second equation, the left side of the first falls in gamma, so bisection finds its
    /// one root.
    /// </summary>
    /// <param name="problem">Kernel, target and noise.</param>
    /// <param name="samples">n, at least 1; positive infinity is not allowed.</param>
    /// <param name="features">k, at least 1; positive infinity for kernel ridge regression (then kappa = gamma).</param>
    /// <param name="ridge">delta, positive; take a tiny one for the ridgeless limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size or the ridge is not in its range.</exception>
    public static RandomFeaturePrediction Predict(RandomFeatureProblem problem, double samples, double features, double ridge)
    {
        Require(problem, samples, features);
        if (!(ridge > 0) || !double.IsFinite(ridge))
        {
            throw new ArgumentOutOfRangeException(nameof(ridge), ridge, "The ridge must be positive and finite.");
        }

        double low = 1, high = 1;
        while (Excess(high) > 0)
        {
            high *= 4;
        }

        while (Excess(low) < 0)
        {
            low /= 4;
        }

        return At(problem, samples, features, Bisect(low, high, gamma => Excess(gamma) > 0)) with { Ridge = ridge };

        double Excess(double gamma)
        {
            var (z, _) = Sums(problem, gamma);
            return z >= features ? double.PositiveInfinity : z + ridge / Kappa(gamma, z, features) - samples;
        }
    }

    /// <summary>
    /// The ridge with the least test error. Every gamma at which <c>sum l/(l+gamma)</c> stays below n and k belongs to one ridge, in rising
    /// order, and the errors are explicit in gamma: so gamma is searched, on a grid of its logarithm and then by golden section.
    /// </summary>
    /// <param name="problem">Kernel, target and noise.</param>
    /// <param name="samples">n, at least 1.</param>
    /// <param name="features">k, at least 1; positive infinity for kernel ridge regression.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not in its range.</exception>
    public static RandomFeaturePrediction Tune(RandomFeatureProblem problem, double samples, double features)
    {
        Require(problem, samples, features);
        double low = 1, high = 1;
        foreach (var value in problem.Eigenvalues)
        {
            high = Math.Max(high, 1e6 * value);
        }

        while (problem.Modes > Math.Min(samples, features) ? Sums(problem, low).Z < Math.Min(samples, features) : low > 1e-12)
        {
            low /= 4;
        }

        if (problem.Modes > Math.Min(samples, features))
        {
            low = Bisect(low, high, gamma => Sums(problem, gamma).Z >= Math.Min(samples, features)) * (1 + 1e-9);
        }

        return GridSearch.Minimum(
            Math.Log(low), Math.Log(high), position => At(problem, samples, features, Math.Exp(position)), one => one.TestError);
    }

    /// <summary>The errors at a gamma; the ridge follows from it.</summary>
    private static RandomFeaturePrediction At(RandomFeatureProblem problem, double samples, double features, double gamma)
    {
        var (z, q) = Sums(problem, gamma);
        var kappa = Kappa(gamma, z, features);
        var spread = double.IsPositiveInfinity(features) ? 1 : features / (features - q);
        var overlap = double.IsPositiveInfinity(features) ? q : (q * (features - 2 * z) + z * z) / (features - q);
        var error = problem.NoiseVariance;
        var eigenvalues = problem.Eigenvalues;
        var powers = problem.TargetPowers;
        for (var i = 0; i < eigenvalues.Length; i++)
        {
            var sum = eigenvalues[i] + gamma;
            error += (gamma / sum - kappa * eigenvalues[i] / (sum * sum) * spread) * powers[i];
        }

        var unused = Math.Max(0, (samples - z) / samples); // delta / (n kappa)
        var test = error / (1 - overlap / samples);
        return new RandomFeaturePrediction(samples * unused * kappa, kappa, gamma, test, unused * unused * test);
    }

    private static double Kappa(double gamma, double z, double features) =>
        double.IsPositiveInfinity(features) ? gamma : gamma * (1 - z / features);

    // z = sum l/(l+gamma), how many modes are learned; q = sum (l/(l+gamma))^2.
    private static (double Z, double Q) Sums(RandomFeatureProblem problem, double gamma)
    {
        double z = 0, q = 0;
        foreach (var eigenvalue in problem.Eigenvalues)
        {
            var part = eigenvalue / (eigenvalue + gamma);
            z += part;
            q += part * part;
        }

        return (z, q);
    }

    // In the logarithm; the condition holds at low and not at high.
    private static double Bisect(double low, double high, Func<double, bool> holds)
    {
        var (left, right) = (Math.Log(low), Math.Log(high));
        for (var i = 0; i < Bisections && right - left > 1e-15 * Math.Abs(right); i++)
        {
            var middle = 0.5 * (left + right);
            if (holds(Math.Exp(middle)))
            {
                left = middle;
            }
            else
            {
                right = middle;
            }
        }

        return Math.Exp(0.5 * (left + right));
    }

    private static void Require(RandomFeatureProblem problem, double samples, double features)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (!(samples >= 1) || !double.IsFinite(samples))
        {
            throw new ArgumentOutOfRangeException(nameof(samples), samples, "There must be one sample at least, and finitely many.");
        }

        if (!(features >= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(features), features, "There must be one feature at least.");
        }
    }
}
