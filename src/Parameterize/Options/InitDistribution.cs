namespace Parameterize;

/// <summary>The distribution of a weight whose <c>InitStd</c> is given.</summary>
public enum InitDistribution
{
    /// <summary>N(0, std^2).</summary>
    Normal,

    /// <summary>U(-sqrt(3) std, sqrt(3) std), which has standard deviation std.</summary>
    Uniform,
}
