namespace Parameterize;

/// <summary>Names a constructor parameter as a width: a dimension that grows.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class WidthAttribute : Attribute
{
    /// <summary>This width's own base; left out (or 0), it is <see cref="ScalingOptionsAttribute.BaseWidth"/>.</summary>
    public int Base { get; set; }
}
