namespace Parameterize;

/// <summary>
/// What <see cref="InputAttribute"/>, <see cref="HiddenAttribute"/> and <see cref="OutputAttribute"/> share: constants, the same
/// at every width, on top of the rule of the kind. At 1 (or left out) they change nothing.
/// </summary>
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }

    /// <summary>A constant in the forward multiplier of the weight. Default: 1.</summary>
    public double Multiplier { get; set; } = 1;

    /// <summary>A constant in the learning rate of the layer's tensors. Positive. Default: 1.</summary>
    public double LearningRate { get; set; } = 1;

    /// <summary>A constant in the weight decay of the layer's tensors; 0 exempts them. Default: 1.</summary>
    public double WeightDecay { get; set; } = 1;

    /// <summary>
    /// The standard deviation of the weight's entries at base widths. Left out (or 0), the weight keeps the distribution that
    /// TorchSharp draws.
    /// </summary>
    public double InitStd { get; set; }

    /// <summary>The distribution drawn from when <see cref="InitStd"/> is given. Default: normal.</summary>
    public InitDistribution Init { get; set; } = InitDistribution.Normal;

    /// <summary>Start at zero, weight and bias: sigma = 0, b = infinity. Usual for a readout, allowed at every richness.</summary>
    public bool ZeroInit { get; set; }

    /// <summary>On a <c>Parameter</c>: the axis along which it is summed over. Left out, the tensor has none and is a vector.</summary>
    public int FanIn { get; set; } = -1;

    /// <summary>On a <c>Parameter</c>: the axis along which its outputs lie. Left out, the outputs are finite.</summary>
    public int FanOut { get; set; } = -1;

    /// <summary>
    /// The number of inputs (features, channels) at base widths, where the constructor computes it from a number that the compiler does not
    /// know: the fan-in grows as the tensor's own shape says then. Left out, it is read off the constructor.
    /// </summary>
    public int BaseFanIn { get; set; }

    /// <summary>The same for the number of outputs: <c>[Hidden(BaseFanOut = 172)]</c>.</summary>
    public int BaseFanOut { get; set; }

    /// <summary>
    /// Whether the member is inside a residual branch, in a class with <see cref="DepthAttribute"/>. Left out, members of lists are,
    /// and in a class without lists all hidden members and norms.
    /// </summary>
    public bool Residual { get; set; }
}
