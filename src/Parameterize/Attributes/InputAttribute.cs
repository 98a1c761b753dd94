namespace Parameterize;

/// <summary>The member's weight has fan-in finite, fan-out a width: the first layer, an embedding.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute : LayerAttribute;
