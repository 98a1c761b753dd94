namespace Parameterize.Training.Tests.Models;

/// <summary>An optimizer with arguments that train the network of the tests.</summary>
public sealed record OptimizerCase(string Factory, params (string Name, object Value)[] Arguments)
{
    public override string ToString() => Factory
        + string.Concat(Arguments.Select(argument => FormattableString.Invariant($" {argument.Name}={argument.Value}")));
}

/// <summary>Every optimizer that takes groups.</summary>
public static class OptimizerCases
{
    /// <summary>Training is the same in every gauge. Epsilons and decays are large enough to matter.</summary>
    public static IReadOnlyList<OptimizerCase> Symmetric { get; } =
    [
        new("SGD", ("learningRate", 0.05), ("momentum", 0.9), ("weight_decay", 0.01)),
        new("SGD", ("learningRate", 0.05), ("momentum", 0.9), ("nesterov", true)),
        new("ASGD", ("lr", 0.2), ("lambd", 0.1), ("t0", 3.0), ("weight_decay", 0.01)),
        new("Adam", ("lr", 0.002), ("eps", 1e-4)),
        new("Adam", ("lr", 0.002), ("eps", 1e-4), ("weight_decay", 0.01), ("amsgrad", true)),
        new("AdamW", ("lr", 0.002), ("weight_decay", 0.1)),
        new("Adamax", ("lr", 0.002), ("eps", 1e-4), ("weight_decay", 0.01)),
        new("NAdam", ("lr", 0.002), ("eps", 1e-4), ("weight_decay", 0.01)),
        new("RMSProp", ("lr", 0.0005), ("eps", 1e-4), ("weight_decay", 0.01)),
        new("RMSProp", ("lr", 0.0002), ("eps", 1e-4), ("momentum", 0.5), ("centered", true)),
        new(
            "Adagrad",
            ("lr", 0.002), ("lr_decay", 0.1), ("eps", 1e-4), ("initial_accumulator_value", 1e-8), ("weight_decay", 0.01)),
        new("Adadelta", ("lr", 1.0), ("eps", 1e-6), ("weight_decay", 0.01)),
        new("Rprop", ("lr", 0.0005), ("min_step", 0.0004), ("max_step", 0.0008)),
    ];

    /// <summary>The one that TorchSharp has not; the floor of a gradient's size is high enough to matter in some steps.</summary>
    public static OptimizerCase Muon { get; } = new("Muon", ("lr", 0.05), ("adamw_lr", 0.002), ("weight_decay", 0.1), ("eps", 0.02));

    /// <summary>Steps with the gradient itself at first, at a rate that is meant for a normalised gradient.</summary>
    public static OptimizerCase RAdam { get; } = new("RAdam", ("lr", 0.002), ("eps", 1e-4), ("weight_decay", 0.01));
}
