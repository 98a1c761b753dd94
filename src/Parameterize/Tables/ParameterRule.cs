namespace Parameterize;

/// <summary>
/// What the tensors of one parameter group share: factors on the optimizer's learning rate, weight decay and epsilon, each relative
/// to base widths and 1 unless set.
/// </summary>
public sealed class ParameterRule
{
    /// <summary>A rule of ones.</summary>
    /// <param name="name">The group's name: the kinds of its tensors.</param>
    public ParameterRule(string name) => Name = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>The group's name.</summary>
    public string Name { get; }

    /// <summary>eta for SGD-like optimizers.</summary>
    public double SgdLearningRate { get; init; } = 1;

    /// <summary>eta for Adam-like optimizers.</summary>
    public double AdamLearningRate { get; init; } = 1;

    /// <summary>lambda for SGD-like optimizers.</summary>
    public double SgdWeightDecay { get; init; } = 1;

    /// <summary>lambda for Adam-like optimizers.</summary>
    public double AdamWeightDecay { get; init; } = 1;

    /// <summary>The factor on Adam's epsilon.</summary>
    public double Epsilon { get; init; } = 1;

    /// <summary>The same rule as a group of a model inside another; the rule itself where it is one already.</summary>
    internal ParameterRule Of(string? owner) => owner is null ? this : new ParameterRule($"{owner}: {Name}")
    {
        SgdLearningRate = SgdLearningRate,
        AdamLearningRate = AdamLearningRate,
        SgdWeightDecay = SgdWeightDecay,
        AdamWeightDecay = AdamWeightDecay,
        Epsilon = Epsilon,
    };

    /// <summary>eta for one family.</summary>
    public double LearningRate(OptimizerFamily family) => family switch
    {
        OptimizerFamily.SgdLike => SgdLearningRate,
        OptimizerFamily.AdamLike => AdamLearningRate,
    };

    /// <summary>lambda for one family.</summary>
    public double WeightDecay(OptimizerFamily family) => family switch
    {
        OptimizerFamily.SgdLike => SgdWeightDecay,
        OptimizerFamily.AdamLike => AdamWeightDecay,
    };
}
