using System;

namespace Parameterize;

/// <summary>One tensor's row of the resolved table: the numbers that the model runs with, each relative to base widths.</summary>
public sealed class TensorParameterization
{
    /// <summary>One row.</summary>
    /// <param name="name">TorchSharp's own name of the tensor.</param>
    /// <param name="group">The parameter group that it trains in: tensors with one rule share one.</param>
    /// <param name="kind">Which fans are widths.</param>
    /// <param name="fanIn">m, the fan-in ratio.</param>
    /// <param name="fanOut">q, the fan-out ratio.</param>
    /// <param name="multiplier">M, the forward multiplier.</param>
    /// <param name="initStd">sigma, the init std's factor.</param>
    /// <param name="draw">The factor on what TorchSharp drew at this width.</param>
    /// <param name="sgdLearningRate">eta for SGD-like optimizers.</param>
    /// <param name="adamLearningRate">eta for Adam-like optimizers.</param>
    /// <param name="sgdWeightDecay">lambda for SGD-like optimizers.</param>
    /// <param name="adamWeightDecay">lambda for Adam-like optimizers.</param>
    /// <param name="epsilon">The factor on Adam's epsilon.</param>
    public TensorParameterization(
        string name,
        string group,
        ParameterKind kind,
        double fanIn,
        double fanOut,
        double multiplier,
        double initStd,
        double draw,
        double sgdLearningRate,
        double adamLearningRate,
        double sgdWeightDecay,
        double adamWeightDecay,
        double epsilon)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Group = group ?? throw new ArgumentNullException(nameof(group));
        Kind = kind;
        FanIn = fanIn;
        FanOut = fanOut;
        Multiplier = multiplier;
        InitStd = initStd;
        Draw = draw;
        SgdLearningRate = sgdLearningRate;
        AdamLearningRate = adamLearningRate;
        SgdWeightDecay = sgdWeightDecay;
        AdamWeightDecay = adamWeightDecay;
        Epsilon = epsilon;
    }

    /// <summary>TorchSharp's own name of the tensor, such as <c>_mix.weight</c>.</summary>
    public string Name { get; }

    /// <summary>The parameter group that the tensor trains in.</summary>
    public string Group { get; }

    /// <summary>Which fans are widths.</summary>
    public ParameterKind Kind { get; }

    /// <summary>m, the fan-in ratio.</summary>
    public double FanIn { get; }

    /// <summary>q, the fan-out ratio.</summary>
    public double FanOut { get; }

    /// <summary>M: the forward pass uses M times the tensor.</summary>
    public double Multiplier { get; }

    /// <summary>sigma: std of the init over the std at base widths.</summary>
    public double InitStd { get; }

    /// <summary>What the tensor that TorchSharp drew was multiplied by.</summary>
    public double Draw { get; }

    /// <summary>eta for SGD-like optimizers, times the optimizer's rate.</summary>
    public double SgdLearningRate { get; }

    /// <summary>eta for Adam-like optimizers, times the optimizer's rate.</summary>
    public double AdamLearningRate { get; }

    /// <summary>lambda for SGD-like optimizers, times the optimizer's weight decay.</summary>
    public double SgdWeightDecay { get; }

    /// <summary>lambda for Adam-like optimizers, times the optimizer's weight decay.</summary>
    public double AdamWeightDecay { get; }

    /// <summary>The factor on Adam's epsilon.</summary>
    public double Epsilon { get; }

    /// <summary>eta for one family.</summary>
    public double LearningRate(OptimizerFamily family) => family == OptimizerFamily.SgdLike ? SgdLearningRate : AdamLearningRate;

    /// <summary>lambda for one family.</summary>
    public double WeightDecay(OptimizerFamily family) => family == OptimizerFamily.SgdLike ? SgdWeightDecay : AdamWeightDecay;
}
