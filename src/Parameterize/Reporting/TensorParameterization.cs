namespace Parameterize;

/// <summary>
/// One tensor's row of the resolved table: the numbers that the model runs with, each relative to base widths and 1 unless set.
/// </summary>
public sealed class TensorParameterization
{
    /// <summary>A row of ones.</summary>
    /// <param name="name">TorchSharp's own name of the tensor, such as <c>_mix.weight</c>.</param>
    /// <param name="group">The parameter group that it trains in: tensors that follow one rule share one.</param>
    /// <param name="kind">Which fans are widths.</param>
    public TensorParameterization(string name, string group, ParameterKind kind)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Group = group ?? throw new ArgumentNullException(nameof(group));
        Kind = kind;
    }

    /// <summary>TorchSharp's own name of the tensor.</summary>
    public string Name { get; }

    /// <summary>The parameter group that the tensor trains in.</summary>
    public string Group { get; }

    /// <summary>Which fans are widths.</summary>
    public ParameterKind Kind { get; }

    /// <summary>m, the fan-in ratio.</summary>
    public double FanIn { get; init; } = 1;

    /// <summary>q, the fan-out ratio.</summary>
    public double FanOut { get; init; } = 1;

    /// <summary>M: the forward pass uses M times the tensor.</summary>
    public double Multiplier { get; init; } = 1;

    /// <summary>sigma: std of the init over the std at base widths.</summary>
    public double InitStd { get; init; } = 1;

    /// <summary>What the tensor that TorchSharp drew at this width is multiplied by, to have that std.</summary>
    public double Draw { get; init; } = 1;

    /// <summary>The std to draw the tensor with anew, where its attribute gives one; else null.</summary>
    public double? RedrawStd { get; init; }

    /// <summary>What to draw from, with <see cref="RedrawStd"/>.</summary>
    public InitDistribution Distribution { get; init; }

    /// <summary>eta for SGD-like optimizers, times the optimizer's rate.</summary>
    public double SgdLearningRate { get; init; } = 1;

    /// <summary>eta for Adam-like optimizers, times the optimizer's rate.</summary>
    public double AdamLearningRate { get; init; } = 1;

    /// <summary>lambda for SGD-like optimizers, times the optimizer's weight decay.</summary>
    public double SgdWeightDecay { get; init; } = 1;

    /// <summary>lambda for Adam-like optimizers, times the optimizer's weight decay.</summary>
    public double AdamWeightDecay { get; init; } = 1;

    /// <summary>The factor on Adam's epsilon.</summary>
    public double Epsilon { get; init; } = 1;

    /// <summary>eta for one family.</summary>
    public double LearningRate(OptimizerFamily family) => family == OptimizerFamily.SgdLike ? SgdLearningRate : AdamLearningRate;

    /// <summary>lambda for one family.</summary>
    public double WeightDecay(OptimizerFamily family) => family == OptimizerFamily.SgdLike ? SgdWeightDecay : AdamWeightDecay;
}
