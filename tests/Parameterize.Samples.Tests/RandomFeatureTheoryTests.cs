using Parameterize.Samples.RandomFeatures;

namespace Parameterize.Samples.Tests;

/// <summary>
/// The eigenframework of random-feature regression (Simon et al., arXiv 2311.14646), and Gaussian features drawn against it.
/// </summary>
public class RandomFeatureTheoryTests
{
    private static readonly RandomFeatureProblem Problem = RandomFeatureProblem.PowerLaw(400, 1.5, 1.5, 0.3);

    [Fact]
    public void Gives_the_check_point() =>
        Assert.Equal(0.7151, RandomFeatureTheory.Predict(Problem, samples: 120, features: 180, ridge: 0.2).TestError, 5e-5);

    [Theory]
    [InlineData(120, 180, 0.2)]
    [InlineData(180, 120, 1e-6)]
    [InlineData(1000, 50, 30)]
    [InlineData(7, double.PositiveInfinity, 1e-3)]
    public void Solves_both_equations(double n, double k, double ridge)
    {
        var solved = RandomFeatureTheory.Predict(Problem, n, k, ridge);

        var z = 0.0;
        foreach (var eigenvalue in Problem.Eigenvalues) z += eigenvalue / (eigenvalue + solved.Gamma);
        Assert.Equal(1, (z + ridge / solved.Kappa) / n, 1e-9);
        if (double.IsFinite(k)) Assert.Equal(1, (z + k * solved.Kappa / solved.Gamma) / k, 1e-9);
        Assert.Equal(ridge, solved.Ridge);
    }

    [Fact]
    public void Infinitely_many_features_are_kernel_ridge_regression()
    {
        const double n = 120;
        var kernel = RandomFeatureTheory.Predict(Problem, n, double.PositiveInfinity, ridge: 0.2);
        var wide = RandomFeatureTheory.Predict(Problem, n, 1e9, ridge: 0.2);

        double q = 0, bias = Problem.NoiseVariance;
        for (var i = 0; i < Problem.Modes; i++)
        {
            var part = kernel.Kappa / (Problem.Eigenvalues[i] + kernel.Kappa);
            q += (1 - part) * (1 - part);
            bias += part * part * Problem.TargetPowers[i];
        }

        Assert.Equal(kernel.Gamma, kernel.Kappa);
        Assert.Equal(n / (n - q) * bias, kernel.TestError, 1e-10);
        Assert.Equal(Math.Pow(0.2 / (n * kernel.Kappa), 2) * kernel.TestError, kernel.TrainError, 1e-10);
        Assert.Equal(kernel.TestError, wide.TestError, 1e-6);
    }

    [Fact]
    public void Samples_and_features_without_end_leave_the_noise() =>
        Assert.Equal(Problem.NoiseVariance, RandomFeatureTheory.Predict(Problem, 1e9, 1e9, 1e-3).TestError, 1e-5);

    [Theory]
    [InlineData(20)]
    [InlineData(90)]
    [InlineData(double.PositiveInfinity)]
    public void Tuning_finds_the_least_error(double features)
    {
        var tuned = RandomFeatureTheory.Tune(Problem, 90, features);
        var errors = Enumerable.Range(-30, 100)
            .Select(step => RandomFeatureTheory.Predict(Problem, 90, features, Math.Pow(10, 0.1 * step)).TestError);

        Assert.InRange(errors.Min(), tuned.TestError - 1e-12, tuned.TestError * 1.001);
        Assert.Equal(tuned.TestError, RandomFeatureTheory.Predict(Problem, 90, features, tuned.Ridge).TestError, 1e-6);
    }

    [Theory]
    [InlineData(1.2, 0)]
    [InlineData(1.5, 0.3)]
    [InlineData(2, 3)]
    public void With_the_ridge_tuned_more_is_better(double exponent, double noise)
    {
        var problem = RandomFeatureProblem.PowerLaw(500, exponent, 1.5, noise);
        double[] sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
        foreach (var fixedSize in sizes)
        {
            Falls(sizes.Select(size => RandomFeatureTheory.Tune(problem, size, fixedSize).TestError));
            Falls(sizes.Select(size => RandomFeatureTheory.Tune(problem, fixedSize, size).TestError));
        }

        static void Falls(IEnumerable<double> errors) =>
            Assert.All(errors.Zip(errors.Skip(1)), pair => Assert.True(pair.Second < pair.First, $"{pair.First} then {pair.Second}"));
    }

    [Theory]
    [InlineData(60, 90)]
    [InlineData(90, 60)]
    [InlineData(64, 64)]
    public void Gaussian_features_err_as_predicted(int samples, int features)
    {
        double[] ridges = [0.1, 1, 10];
        var problem = RandomFeatureProblem.PowerLaw(300, 1.5, 1.5, 0.3);
        var trials = Enumerable.Range(0, 100)
            .Select(seed => RandomFeatureSimulation.Run(problem, samples, features, ridges, seed))
            .ToArray();

        for (var i = 0; i < ridges.Length; i++)
        {
            var predicted = RandomFeatureTheory.Predict(problem, samples, features, ridges[i]);
            Assert.Equal(1, trials.Average(trial => trial[i].Test) / predicted.TestError, 0.03);
            Assert.Equal(1, trials.Average(trial => trial[i].Train) / predicted.TrainError, 0.06);
        }
    }

    [Fact]
    public void A_simulation_is_its_seed()
    {
        var first = RandomFeatureSimulation.Run(Problem, 30, 40, [0.1], seed: 5);

        Assert.Equal(first, RandomFeatureSimulation.Run(Problem, 30, 40, [0.1], seed: 5));
        Assert.NotEqual(first, RandomFeatureSimulation.Run(Problem, 30, 40, [0.1], seed: 6));
    }

    [Fact]
    public void Refuses_what_is_no_problem()
    {
        Assert.Throws<ArgumentException>(() => new RandomFeatureProblem([1, 0], [1, 1], 0));
        Assert.Throws<ArgumentException>(() => new RandomFeatureProblem([1], [1, 1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomFeatureTheory.Predict(Problem, 10, 10, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomFeatureTheory.Predict(Problem, double.PositiveInfinity, 10, 1));
    }
}
