namespace Parameterize;

/// <summary>
/// Declares how a model scales with width. On a partial class that derives from <c>torch.nn.Module</c>: the generator then
/// writes its initialisation, forward multipliers, optimizer factories and tables.
/// </summary>
/// <example>
/// <code>
/// [Parameterize(Richness = Richness.MaximalUpdate, BaseWidth = 64)]
/// public sealed partial class Mlp : Module&lt;Tensor, Tensor&gt; { ... }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ParameterizeAttribute : ScalingOptionsAttribute
{
    /// <summary>
    /// True for the plain standard parametrization: every factor is 1 at every width, for runs to compare with. Default: false. One
    /// instance of a class that scales is built so by <see cref="Parameterize.Baseline"/>.
    /// </summary>
    public bool Baseline { get; set; }
}
