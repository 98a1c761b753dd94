using Parameterize.Scaling.Rules;

namespace Parameterize;

/// <summary>
/// What the tensors of one parameter group share: factors on an optimizer's learning rate, weight decay and epsilon, family by family,
/// each relative to base widths and 1 unless set.
/// </summary>
public sealed class ParameterRule
{
    private static readonly ByFamily<FamilyScaling<double>> s_ones = new(_ => new(1, 1, 1));

    /// <summary>A rule of ones, to be set factor by factor.</summary>
    /// <param name="name">The group's name: the kinds of its tensors.</param>
    public ParameterRule(string name)
        : this(name, s_ones)
    {
    }

    /// <summary>A rule.</summary>
    /// <param name="name">The group's name: the kinds of its tensors.</param>
    /// <param name="families">The factors of each family.</param>
    public ParameterRule(string name, ByFamily<FamilyScaling<double>> families)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Families = families ?? throw new ArgumentNullException(nameof(families));
    }

    /// <summary>The group's name.</summary>
    public string Name { get; }

    /// <summary>The factors of each family; the other properties are how generated code writes them.</summary>
    public ByFamily<FamilyScaling<double>> Families { get; private init; }

    /// <summary>eta for SGD-like optimizers.</summary>
    public double SgdLearningRate
    {
        get => Families.SgdLike.LearningRate;
        init => Families = Families with { SgdLike = Families.SgdLike with { LearningRate = value } };
    }

    /// <summary>eta for Adam-like optimizers.</summary>
    public double AdamLearningRate
    {
        get => Families.AdamLike.LearningRate;
        init => Families = Families with { AdamLike = Families.AdamLike with { LearningRate = value } };
    }

    /// <summary>lambda for SGD-like optimizers.</summary>
    public double SgdWeightDecay
    {
        get => Families.SgdLike.WeightDecay;
        init => Families = Families with { SgdLike = Families.SgdLike with { WeightDecay = value } };
    }

    /// <summary>lambda for Adam-like optimizers.</summary>
    public double AdamWeightDecay
    {
        get => Families.AdamLike.WeightDecay;
        init => Families = Families with { AdamLike = Families.AdamLike with { WeightDecay = value } };
    }

    /// <summary>The factor on epsilon, the size of the gradients: the same in every family.</summary>
    public double Epsilon
    {
        get => Families.AdamLike.Epsilon;
        init => Families = Families.Select(scaling => scaling with { Epsilon = value });
    }

    /// <summary>The same rule as a group of a model inside another; the rule itself where it is one already.</summary>
    internal ParameterRule Of(string? owner) => owner is null ? this : new ParameterRule($"{owner}: {Name}", Families);

    /// <summary>eta for one family.</summary>
    public double LearningRate(OptimizerFamily family) => Families[family].LearningRate;

    /// <summary>lambda for one family.</summary>
    public double WeightDecay(OptimizerFamily family) => Families[family].WeightDecay;
}
