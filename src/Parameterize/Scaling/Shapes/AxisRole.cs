namespace Parameterize.Scaling.Shapes;

/// <summary>What an axis of a tensor is to the layer that the tensor belongs to.</summary>
public enum AxisRole
{
    /// <summary>It does not grow.</summary>
    Finite,

    /// <summary>It is summed over, and grows like m.</summary>
    FanIn,

    /// <summary>The outputs lie along it, and it grows like q.</summary>
    FanOut,

    /// <summary>Rules do not look at it, such as an embedding's vocabulary: it may grow or not.</summary>
    Free,
}
