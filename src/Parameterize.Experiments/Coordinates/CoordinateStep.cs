namespace Parameterize.Experiments.Coordinates;

/// <summary>What a coordinate check measured at one moment of the runs.</summary>
/// <param name="Step">After how many steps; 0 at initialization.</param>
/// <param name="Slopes">The size of each layer at step 0, its change since then at any later one.</param>
public sealed record CoordinateStep(int Step, IReadOnlyList<CoordinateSlope> Slopes);
