namespace Parameterize;

/// <summary>The options of every <see cref="ParameterizeAttribute"/> of this assembly that does not say otherwise.</summary>
/// <example><code>[assembly: ParameterizeDefaults(BaseWidth = 128, Gauge = Gauge.LearningRate)]</code></example>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ParameterizeDefaultsAttribute : ScalingOptionsAttribute;
