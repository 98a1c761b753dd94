namespace Parameterize.Generators.Catalogues;

/// <summary>One argument of an optimizer's factory.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Name">TorchSharp's own name.</param>
/// <param name="Default">Its default; null when it is required.</param>
/// <param name="Documentation">What it is.</param>
/// <param name="Scale">What the option of a group is: the argument and then this, in terms of the <c>group</c>.</param>
internal sealed record OptimizerArgument(string Type, string Name, string? Default, string Documentation, string Scale = "")
{
    /// <summary>Whether it is the part of an average that a step keeps, and so less than 1; any other number need only be finite.</summary>
    public bool IsKept { get; init; }
}

/// <summary>One optimizer of TorchSharp that takes groups: its factory and its class have the same name.</summary>
/// <param name="Factory">The name of both.</param>
/// <param name="Family">How its rates scale.</param>
/// <param name="Arguments">The arguments after the parameters, the learning rate first.</param>
internal sealed record Optimizer(string Factory, OptimizerFamily Family, params OptimizerArgument[] Arguments)
{
    /// <summary>The class of TorchSharp.Modules that the factory's result is known by.</summary>
    public string Type { get; init; } = Factory;
}

/// <summary>TorchSharp's optimizers, with its names and defaults (0.106). To add an optimizer, add a row.</summary>
/// <remarks>
/// A group has three factors: eta on the rate, lambda on the decay, and E, the size of its gradients (on epsilon). An option
/// scales by its unit. What is measured in weights per step has eta, what is added to an absolute gradient or to a root of
/// squared gradients has E, what is added to squared gradients has E^2. A decay that is added to a gradient, which is then
/// normalised, has lambda of its own: E over the size of the weights. Betas and other numbers without a unit have none.
/// LBFGS has no row: it takes no groups, and its one step size is for all tensors.
/// </remarks>
internal static class OptimizerCatalogue
{
    private const string ByRate = " * group.LearningRate";
    private const string ByDecay = " * group.WeightDecay";
    private const string ByCoupledDecay = " * group.CoupledDecay";
    private const string ByGradient = " * group.Epsilon";
    private const string BySquaredGradient = " * group.Epsilon * group.Epsilon";

    private static readonly OptimizerArgument Beta1 = new("double", "beta1", "0.9", "decay of the average of gradients") { IsKept = true };

    private static readonly OptimizerArgument Beta2 = new(
        "double", "beta2", "0.999", "decay of the average of squared gradients") { IsKept = true };

    private static readonly OptimizerArgument Epsilon = new(
        "double", "eps", "1e-08", "what is added to the denominator at base width", ByGradient);
    private static readonly OptimizerArgument WeightDecay = new("double", "weight_decay", "0", "the weight decay at base width", ByDecay);

    /// <summary>Of those that add it to the gradient and then normalise that: all Adam-like ones but AdamW.</summary>
    private static readonly OptimizerArgument CoupledDecay = WeightDecay with
    {
        Documentation = "the weight decay at base width, which is added to the gradient", Scale = ByCoupledDecay,
    };

    private static readonly OptimizerArgument AmsGrad = new(
        "bool", "amsgrad", "false", "whether to keep the maximum of the squared averages");
    private static readonly OptimizerArgument Maximize = new("bool", "maximize", "false", "whether to ascend");

    public static IReadOnlyList<Optimizer> All { get; } =
    [
        new(
            "SGD",
            OptimizerFamily.SgdLike,
            LearningRate(null, "learningRate"),
            new("double", "momentum", "0", "the momentum"),
            new("double", "dampening", "0", "the dampening of the momentum"),
            WeightDecay,
            new("bool", "nesterov", "false", "whether to use Nesterov's momentum"),
            Maximize),
        new("Adam", OptimizerFamily.AdamLike, LearningRate("0.001"), Beta1, Beta2, Epsilon, CoupledDecay, AmsGrad, Maximize),
        new("AdamW", OptimizerFamily.AdamLike, LearningRate("0.001"), Beta1, Beta2, Epsilon, WeightDecay, AmsGrad, Maximize),

        // The denominator is max(beta2 u, |g| + eps): eps has the unit of g.
        new("Adamax", OptimizerFamily.AdamLike, LearningRate("0.002"), Beta1, Beta2, Epsilon, CoupledDecay),
        new(
            "NAdam",
            OptimizerFamily.AdamLike,
            LearningRate("0.002"),
            Beta1,
            Beta2,
            Epsilon,
            CoupledDecay,
            new("double", "momentum_decay", "0.004", "how the momentum grows over the first steps")),

        // Its first steps (five for the default beta2) are momentum steps, eta g, without a denominator. With the rate of this
        // family they scale like eta E and so are small at large width; all later ones scale like eta. See docs/guides/optimizers.md,
        // also on TorchSharp's own RAdam, which multiplies by the rate twice.
        new("RAdam", OptimizerFamily.AdamLike, LearningRate("0.002"), Beta1, Beta2, Epsilon, CoupledDecay),

        // Centering subtracts the squared mean from the mean square: both scale like E^2, and eps is added to the root.
        new(
            "RMSProp",
            OptimizerFamily.AdamLike,
            LearningRate("0.01"),
            Beta2 with { Name = "alpha", Default = "0.99" },
            Epsilon,
            CoupledDecay,
            new("double", "momentum", "0", "the momentum"),
            new("bool", "centered", "false", "whether to divide by the root of the variance"),
            Maximize),

        // The accumulator is a sum of squared gradients, so that its start scales like one.
        new(
            "Adagrad",
            OptimizerFamily.AdamLike,
            LearningRate("0.01"),
            new("double", "lr_decay", "0", "decay of the learning rate"),
            CoupledDecay,
            new("double", "initial_accumulator_value", "0", "where the sum of squared gradients starts, at base width", BySquaredGradient),
            Epsilon with { Default = "1e-10" }),

        // v = rho v + (1 - rho) g^2,  u = g sqrt((a + eps)/(v + eps)),  a = rho a + (1 - rho) u^2,  w -= lr u,  from a = v = 0.
        // If g scales like E, v and eps must scale alike: eps has E^2. Then g/sqrt(v + eps) does not scale, a/eps depends on nothing
        // else, and u scales like sqrt(eps), that is like E: where other normalised optimizers have a rate, this one has
        // lr sqrt(eps). Entries must move like eta, so that lr has eta/E; without scaling of epsilon E is 1 and lr has eta, as it
        // must. Both are exact. (For q = n, eta/E is the rate of SGD: u has the unit of g.)
        new(
            "Adadelta",
            OptimizerFamily.AdamLike,
            LearningRate("1") with { Scale = ByRate + " / group.Epsilon" },
            new("double", "rho", "0.9", "decay of the averages of squared gradients and squared updates"),
            new("double", "eps", "1e-06", "what is added to both averages at base width", BySquaredGradient),
            CoupledDecay,
            Maximize),

        // w = (1 - lambd eta_t) w - eta_t g,  eta_t = lr/(1 + lambd lr t)^alpha: lambd is a decay and comes with the rate only.
        new(
            "ASGD",
            OptimizerFamily.SgdLike,
            LearningRate("0.001"),
            new("double", "lambd", "0.0001", "the decay of parameters and rate at base width", ByDecay),
            new("double", "alpha", "0.75", "the power of the rate's decay"),
            new("double", "t0", "1000000", "the step from which the path is averaged"),
            WeightDecay,
            Maximize),

        // The rate only starts each entry's own step size. The sizes then grow and shrink by factors between two bounds, which are
        // steps too: with all three scaled alike, sizes have one ratio at all times.
        new(
            "Rprop",
            OptimizerFamily.AdamLike,
            LearningRate("0.01"),
            new("double", "etaminus", "0.5", "what a step size is multiplied by when the gradient's sign turns"),
            new("double", "etaplus", "1.2", "what a step size is multiplied by when the gradient's sign stays"),
            new("double", "min_step", "1e-06", "the smallest step size at base width", ByRate),
            new("double", "max_step", "50", "the largest step size at base width", ByRate),
            Maximize),
    ];

    /// <summary>
    /// The one that TorchSharp lacks, as Jordan et al. (2024) wrote it. Its state is written by TorchSharp's base class of optimizers,
    /// which is also what it is known by: the class itself is generated.
    /// </summary>
    public static Optimizer Muon { get; } = new(
        "Muon",
        OptimizerFamily.Spectral,
        LearningRate("0.02") with { Documentation = "the learning rate of hidden matrices and kernels at base width" },
        LearningRate("0.0003", "adamw_lr") with
        {
            Documentation = "the learning rate of all other tensors, which AdamW trains, at base width",
        },
        new("double", "momentum", "0.95", "how much the average of gradients keeps in a step") { IsKept = true },
        WeightDecay with { Documentation = "the decoupled weight decay of all tensors at base width" },
        new("bool", "nesterov", "true", "whether a step looks ahead along the average"),
        new("long", "ns_steps", "5", "how many steps of Newton and Schulz make the singular values alike"),
        new(
            "global::Parameterize.MuonShape", "shape", "global::Parameterize.MuonShape.Jordan",
            "how steps depend on a matrix's shape at base width"),
        Epsilon with { Default = "1e-07", Documentation = "the least size of a whole gradient that is divided by it, at base width" },
        Beta1 with { Documentation = "AdamW's decay of the average of gradients" },
        Beta2 with { Default = "0.95", Documentation = "AdamW's decay of the average of squared gradients" },
        Epsilon with { Name = "adamw_eps", Default = "1e-10", Documentation = "what AdamW adds to the denominator at base width" })
    {
        Type = "OptimizerHelper",
    };

    /// <summary>All that a model has a factory for.</summary>
    public static IReadOnlyList<Optimizer> Generated { get; } = [.. All, Muon];

    /// <summary>Whether an optimizer of TorchSharp adds its decay to a gradient that it then normalises.</summary>
    public static bool CouplesDecay(string name) =>
        All.Any(optimizer => optimizer.Factory == name && optimizer.Arguments.Contains(CoupledDecay));

    /// <summary>Whether a model has a factory of a name.</summary>
    public static bool IsGenerated(string name) => Generated.Any(optimizer => optimizer.Factory == name);

    private static OptimizerArgument LearningRate(string? standard, string name = "lr") =>
        new("double", name, standard, "the learning rate at base width", ByRate);
}
