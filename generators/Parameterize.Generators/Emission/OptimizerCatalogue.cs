namespace Parameterize.Generators.Emission;

/// <summary>One argument of an optimizer's factory.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Name">TorchSharp's own name.</param>
/// <param name="Default">Its default; null when it is required.</param>
/// <param name="Documentation">What it is.</param>
internal sealed record OptimizerArgument(string Type, string Name, string? Default, string Documentation);

/// <summary>One optimizer of TorchSharp that takes groups: its factory and its class have the same name.</summary>
/// <param name="Factory">The name of both.</param>
/// <param name="Family">How its rates scale.</param>
/// <param name="Arguments">The arguments after the parameters, the learning rate first.</param>
internal sealed record Optimizer(string Factory, OptimizerFamily Family, params OptimizerArgument[] Arguments);

/// <summary>TorchSharp's optimizers, with its names and defaults (0.106). To add an optimizer, add a row.</summary>
internal static class OptimizerCatalogue
{
    private static readonly OptimizerArgument LearningRate = new("double", "lr", "0.001", "the learning rate at base width");
    private static readonly OptimizerArgument Beta1 = new("double", "beta1", "0.9", "decay of the average of gradients");
    private static readonly OptimizerArgument Beta2 = new("double", "beta2", "0.999", "decay of the average of squared gradients");
    private static readonly OptimizerArgument Epsilon = new("double", "eps", "1e-08", "what is added to the denominator at base width");
    private static readonly OptimizerArgument WeightDecay = new("double", "weight_decay", "0", "the weight decay at base width");
    private static readonly OptimizerArgument AmsGrad = new("bool", "amsgrad", "false", "whether to keep the maximum of the squared averages");
    private static readonly OptimizerArgument Maximize = new("bool", "maximize", "false", "whether to ascend");

    public static IReadOnlyList<Optimizer> All { get; } =
    [
        new(
            "SGD",
            OptimizerFamily.SgdLike,
            new("double", "learningRate", null, "the learning rate at base width"),
            new("double", "momentum", "0", "the momentum"),
            new("double", "dampening", "0", "the dampening of the momentum"),
            WeightDecay,
            new("bool", "nesterov", "false", "whether to use Nesterov's momentum"),
            Maximize),
        new("Adam", OptimizerFamily.AdamLike, LearningRate, Beta1, Beta2, Epsilon, WeightDecay, AmsGrad, Maximize),
        new("AdamW", OptimizerFamily.AdamLike, LearningRate, Beta1, Beta2, Epsilon, WeightDecay, AmsGrad, Maximize),
    ];
}
