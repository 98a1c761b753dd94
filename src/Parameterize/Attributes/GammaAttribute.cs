namespace Parameterize;

/// <summary>
/// On a constructor parameter of type <see cref="double"/>: the prefactor gamma of <c>alpha = gamma * n^r</c> is set at run time.
/// The generated <c>InitializeParameters</c> takes it and throws <see cref="ArgumentOutOfRangeException"/> unless it is positive
/// and finite.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class GammaAttribute : Attribute;
