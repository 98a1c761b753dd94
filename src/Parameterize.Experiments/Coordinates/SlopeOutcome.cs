namespace Parameterize.Experiments.Coordinates;

/// <summary>What a measured slope says about a predicted one.</summary>
public enum SlopeOutcome
{
    /// <summary>Within the tolerance, and measured sharply enough to say so.</summary>
    Pass,

    /// <summary>Outside the tolerance by more than two standard errors.</summary>
    Fail,

    /// <summary>
    /// Too noisy to tell, or two points, which leave no scatter to judge by: more seeds or a wider range of widths will. Not a pass.
    /// </summary>
    Unresolved,
}
