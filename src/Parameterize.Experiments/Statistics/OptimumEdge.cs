namespace Parameterize.Experiments.Statistics;

/// <summary>Whether the best rate of a sweep lies inside the grid, and if not, what it leans on.</summary>
public enum OptimumEdge
{
    /// <summary>Inside: a finite, no better loss on either side.</summary>
    None,

    /// <summary>The lowest rate was best: the true optimum may lie lower.</summary>
    LowestRate,

    /// <summary>The highest rate was best: the true optimum may lie higher.</summary>
    HighestRate,

    /// <summary>The next rate diverged: the optimum is the grid point itself, known to one step of the grid.</summary>
    Divergence,
}
