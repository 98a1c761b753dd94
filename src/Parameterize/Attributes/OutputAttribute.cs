namespace Parameterize;

/// <summary>The member's weight has fan-in a width, fan-out finite: the readout.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class OutputAttribute : LayerAttribute;
