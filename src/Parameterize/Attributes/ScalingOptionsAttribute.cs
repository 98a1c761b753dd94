namespace Parameterize;

/// <summary>
/// What <see cref="ParameterizeAttribute"/> says of one model and <see cref="ParameterizeDefaultsAttribute"/> of a whole
/// assembly. An option that a model leaves out is the assembly's, and one that both leave out has the value given here.
/// </summary>
public abstract class ScalingOptionsAttribute : Attribute
{
    /// <summary>The base width of a model that names none.</summary>
    public const int DefaultBaseWidth = 64;

    private protected ScalingOptionsAttribute()
    {
    }

    /// <summary>
    /// The richness r, from lazy to rich: 0 is the NTK parametrization, 1/2 is muP (Karkada, arXiv 2404.19719). Outside
    /// [0, 1/2] training is unstable or trivial, and the compiler refuses it. Default: 1/2.
    /// </summary>
    public double Richness { get; set; } = Parameterize.Richness.MaximalUpdate;

    /// <summary>
    /// The width at which the model is, bit for bit, the one that plain TorchSharp would build: the width at which its learning
    /// rate was tuned. Default: <see cref="DefaultBaseWidth"/>.
    /// </summary>
    public int BaseWidth { get; set; } = DefaultBaseWidth;

    /// <summary>How the same training is written: which of multiplier, init and rate carries the width. Default: neural tangent.</summary>
    public Gauge Gauge { get; set; } = Gauge.NeuralTangent;

    /// <summary>The prefactor of the activity, <c>alpha = gamma * n^r</c>: the richness at finite width. Positive. Default: 1.</summary>
    public double Gamma { get; set; } = 1;

    /// <summary>
    /// x, with which the decoupled weight decay of AdamW and Muon grows as a tensor's rate shrinks with width, <c>lambda ~ eta^-x</c> (eta
    /// as in <see cref="Parameterize.Gauge.TensorPrograms"/>; the other gauges train alike). In [0, 1]. 1 keeps <c>eta * lambda</c>, so
    /// that weights forget over as many steps at every width (Wang and Aitchison, arXiv 2405.13698); 1/2 keeps the gain of layers between
    /// norms in long runs (Fan et al., arXiv 2510.15262); 0 keeps lambda. SGD keeps the product, and Adam's decay, which joins the
    /// gradient, follows the gradient. Default: 1.
    /// </summary>
    public double DecayExponent { get; set; } = 1;

    /// <summary>Let Adam's epsilon shrink as the gradients do (CompleteP, arXiv 2505.01618, table 1). Default: true.</summary>
    public bool ScaleEpsilon { get; set; } = true;

    /// <summary>
    /// x, with which attention logits shrink as the width d of a head grows, <c>d0^-1/2 (d/d0)^-x</c>. In [1/2, 1]. 1 lets logits
    /// change as every other signal does, at each richness; 1/2 is the custom of fixed-width models. Default: 1.
    /// </summary>
    public double AttentionExponent { get; set; } = 1;

    /// <summary>
    /// delta, with which residual branches shrink as the depth ratio L grows, <c>L^-delta</c>. In [1/2, 1]: 1/2 is depth-muP, 1 is
    /// CompleteP (arXiv 2505.01618). Default: 1.
    /// </summary>
    public double DepthExponent { get; set; } = 1;
}
