namespace Parameterize;

/// <summary>The member's weight has fan-in and fan-out both widths.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class HiddenAttribute : LayerAttribute;
