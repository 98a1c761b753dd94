namespace Parameterize.Samples.RandomFeatures;

/// <summary>What the theory says of one random-feature regression.</summary>
/// <param name="Ridge">delta.</param>
/// <param name="Kappa">
/// The ridge that the infinite data set would need for the same shrinkage, given the features; <c>delta/kappa = n - z</c>.
/// </param>
/// <param name="Gamma">The same given neither samples nor features: modes with l above it are learned.</param>
/// <param name="TestError">E_test, mean squared, label noise included.</param>
/// <param name="TrainError">E_train = (delta / (n kappa))^2 E_test.</param>
public sealed record RandomFeaturePrediction(double Ridge, double Kappa, double Gamma, double TestError, double TrainError)
{
    /// <summary>E_train / E_test: 1 when nothing is fitted, 0 when the training set is interpolated.</summary>
    public double FittingRatio => TrainError / TestError;
}
