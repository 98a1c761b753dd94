namespace Parameterize.Samples.RandomFeatures;

/// <summary>
/// A regression problem in the eigenbasis of the kernel that the features approximate: all that the theory of random-feature regression
/// needs to know of kernel, data and target (Simon et al., "More is better", arXiv 2311.14646).
/// </summary>
public sealed class RandomFeatureProblem
{
    private readonly double[] _eigenvalues;
    private readonly double[] _powers;

    /// <summary>A problem of M modes.</summary>
    /// <param name="eigenvalues">l_i, M of them: the kernel's eigenvalues, positive, in any order.</param>
    /// <param name="targetPowers">v_i^2, M of them: the squared coefficients of the target in the kernel's eigenfunctions.</param>
    /// <param name="noiseVariance">s^2 of the labels, in training and test.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ or are 0, an eigenvalue is not positive, or a number is negative or not finite.
    /// </exception>
    public RandomFeatureProblem(IEnumerable<double> eigenvalues, IEnumerable<double> targetPowers, double noiseVariance)
    {
        _eigenvalues = [.. eigenvalues ?? throw new ArgumentNullException(nameof(eigenvalues))];
        _powers = [.. targetPowers ?? throw new ArgumentNullException(nameof(targetPowers))];
        if (_eigenvalues.Length == 0 || _eigenvalues.Length != _powers.Length)
        {
            throw new ArgumentException(
                $"There are {_eigenvalues.Length} eigenvalues and {_powers.Length} coefficients; they must be as many, and some.");
        }

        if (!_eigenvalues.All(value => value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentException(
                "Eigenvalues must be positive and finite; leave out the modes that the kernel does not have.", nameof(eigenvalues));
        }

        if (!_powers.Append(noiseVariance).All(value => value >= 0 && double.IsFinite(value)))
        {
            throw new ArgumentException("Squared coefficients and noise must be finite and not negative.", nameof(targetPowers));
        }

        NoiseVariance = noiseVariance;
    }

    /// <summary>l_i.</summary>
    public ReadOnlySpan<double> Eigenvalues => _eigenvalues;

    /// <summary>v_i^2.</summary>
    public ReadOnlySpan<double> TargetPowers => _powers;

    /// <summary>s^2.</summary>
    public double NoiseVariance { get; }

    /// <summary>M.</summary>
    public int Modes => _eigenvalues.Length;

    /// <summary>Power laws <c>l_i = i^-a</c>, <c>v_i^2 = i^-b</c> for i = 1..M, as the paper's synthetic problems have.</summary>
    public static RandomFeatureProblem PowerLaw(int modes, double eigenvalueExponent, double targetExponent, double noiseVariance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(modes);
        return new RandomFeatureProblem(Powers(eigenvalueExponent), Powers(targetExponent), noiseVariance);

        IEnumerable<double> Powers(double exponent) => Enumerable.Range(1, modes).Select(i => Math.Pow(i, -exponent));
    }
}
