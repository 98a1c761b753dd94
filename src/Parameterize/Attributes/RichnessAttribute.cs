namespace Parameterize;

/// <summary>
/// On a constructor parameter of type <see cref="double"/>: the richness is set at run time instead, for sweeps. The generated
/// <c>InitializeParameters</c> takes it and throws <see cref="ArgumentOutOfRangeException"/> outside [0, 1/2].
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RichnessAttribute : Attribute;
