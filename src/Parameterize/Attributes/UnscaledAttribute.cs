namespace Parameterize;

/// <summary>
/// On purpose no scaling: none of the member's tensors has a width, or it is frozen, or scaled by hand. Every factor is 1.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class UnscaledAttribute : Attribute;
