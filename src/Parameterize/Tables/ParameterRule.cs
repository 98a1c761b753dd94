using Parameterize.Scaling.Rules;

namespace Parameterize;

/// <summary>
/// What the tensors of one parameter group share: factors on an optimizer's learning rate, weight decay and epsilon, family by family,
/// each relative to base widths and 1 unless set.
/// </summary>
public sealed class ParameterRule
{
    private FamilyScaling<double> _sgd = new(1, 1, 1, 1);
    private FamilyScaling<double> _adam = new(1, 1, 1, 1);

    /// <summary>A rule of ones, to be set factor by factor.</summary>
    /// <param name="name">The group's name: the kinds of its tensors.</param>
    public ParameterRule(string name) => Name = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>A rule.</summary>
    /// <param name="name">The group's name: the kinds of its tensors.</param>
    /// <param name="families">The factors of each family.</param>
    public ParameterRule(string name, ByFamily<FamilyScaling<double>> families)
        : this(name)
    {
        (_sgd, _adam, var spectral) = families ?? throw new ArgumentNullException(nameof(families));
        Spectral = spectral == _adam ? null : (spectral.LearningRate, spectral.WeightDecay);
    }

    /// <summary>The group's name.</summary>
    public string Name { get; }

    /// <summary>The factors of each family; the other properties name them one by one.</summary>
    public ByFamily<FamilyScaling<double>> Families => new(
        _sgd, _adam, Spectral is var (rate, decay) ? new(rate, decay, Epsilon, CoupledDecay) : _adam);

    /// <summary>eta for SGD-like optimizers.</summary>
    public double SgdLearningRate
    {
        get => _sgd.LearningRate;
        init => _sgd = _sgd with { LearningRate = value };
    }

    /// <summary>eta for Adam-like optimizers.</summary>
    public double AdamLearningRate
    {
        get => _adam.LearningRate;
        init => _adam = _adam with { LearningRate = value };
    }

    /// <summary>lambda for SGD-like optimizers.</summary>
    public double SgdWeightDecay
    {
        get => _sgd.WeightDecay;
        init => _sgd = _sgd with { WeightDecay = value };
    }

    /// <summary>lambda for Adam-like optimizers.</summary>
    public double AdamWeightDecay
    {
        get => _adam.WeightDecay;
        init => _adam = _adam with { WeightDecay = value };
    }

    /// <summary>The factor on epsilon, the size of the gradients: the same in every family.</summary>
    public double Epsilon
    {
        get => _adam.Epsilon;
        init => (_sgd, _adam) = (_sgd with { Epsilon = value }, _adam with { Epsilon = value });
    }

    /// <summary>
    /// lambda of a decay that joins the gradient before that is normalised entry by entry, as Adam's does and AdamW's does not: the same in
    /// every family.
    /// </summary>
    public double CoupledDecay
    {
        get => _adam.CoupledDecay;
        init => (_sgd, _adam) = (_sgd with { CoupledDecay = value }, _adam with { CoupledDecay = value });
    }

    /// <summary>eta and lambda for spectral optimizers; null where they leave the tensors to an Adam-like one.</summary>
    public (double LearningRate, double WeightDecay)? Spectral { get; init; }

    /// <summary>The same rule as a group of a model inside another; the rule itself where it is one already.</summary>
    internal ParameterRule Of(string? owner) => owner is null ? this : new ParameterRule($"{owner}: {Name}", Families);

    /// <summary>eta for one family.</summary>
    public double LearningRate(OptimizerFamily family) => Families[family].LearningRate;

    /// <summary>lambda for one family.</summary>
    public double WeightDecay(OptimizerFamily family) => Families[family].WeightDecay;
}
