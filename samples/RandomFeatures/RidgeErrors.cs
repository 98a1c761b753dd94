namespace Parameterize.Samples.RandomFeatures;

/// <summary>Mean squared errors of one ridge regression, label noise included in both.</summary>
/// <param name="Ridge">delta: what is added to the diagonal of the kernel matrix (the features' Gram matrix, not divided by n).</param>
/// <param name="Test">E_test, over fresh samples.</param>
/// <param name="Train">E_train, over the training set.</param>
public readonly record struct RidgeErrors(double Ridge, double Test, double Train);
