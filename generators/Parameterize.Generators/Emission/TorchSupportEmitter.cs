namespace Parameterize.Generators.Emission;

/// <summary>
/// The one file that all generated parts call. It is source and no library, because TorchSharp's binary interface changes between
/// versions: what calls TorchSharp is compiled against the version that the user has.
/// </summary>
internal static class TorchSupportEmitter
{
    /// <summary>The full name of the class that generated parts call.</summary>
    public const string Class = "global::Parameterize.Generated.TorchSupport";

    public static string Source { get; } =
        Beginning + TorchSupportPlaces.Source + NestedSupportEmitter.Source + TorchSupportTable.Source + Rest
        + "\n" + OptimizerSupportEmitter.Source + "\n" + ClippingSupportEmitter.Source;

    private static string Beginning => $$"""
        {{GeneratedHeader.Line}}#nullable enable

        namespace Parameterize.Generated
        {
            using global::System;
            using global::System.Collections.Generic;
            using global::System.Linq;
            using global::TorchSharp;
            using global::TorchSharp.Modules;

            /// <summary>What the generated parts of all models share: it applies a resolved table to the tensors of a module.</summary>
            {{GeneratedHeader.Attribute}}
            [global::Microsoft.CodeAnalysis.Embedded]
            internal static class TorchSupport
            {
                /// <summary>A value times a multiplier; the value itself where that is null, which stands for 1.</summary>
                public static torch.Tensor Times(torch.Tensor value, Scalar? multiplier) =>
                    multiplier is null ? value : value.mul(multiplier);

                /// <summary>The table of a model whose constructor has called InitializeParameters.</summary>
                public static ModelParameterization Initialized(string model, ModelParameterization? table) => table
                    ?? throw new InvalidOperationException(
                        $"The constructor of '{model}' has not called InitializeParameters, so nothing is scaled; "
                            + "make it the constructor's last statement.");

                /// <summary>InitializeParameters runs once.</summary>
                public static void CheckFirst(string model, ModelParameterization? table)
                {
                    if (table is not null)
                    {
                        throw new InvalidOperationException(
                            $"InitializeParameters has already run on this '{model}'; a second time would scale its tensors twice.");
                    }
                }

        """;

    private const string Rest = """
                /// <summary>Draws each of some layers anew from a generator, if there is one, as TorchSharp draws it by default.</summary>
                public static void Redraw(torch.Generator? generator, params torch.nn.Module?[] layers) => RedrawEach(generator, layers);

                /// <summary>The same for the layers of a list.</summary>
                public static void RedrawEach(torch.Generator? generator, IEnumerable<torch.nn.Module?>? layers)
                {
                    if (generator is null)
                    {
                        return;
                    }

                    using (torch.no_grad())
                    {
                        foreach (torch.nn.Module layer in Present(layers))
                        {
                            Redraw(layer, generator);
                        }
                    }
                }

                private static void Redraw(torch.nn.Module layer, torch.Generator generator)
                {
                    Parameter weight = layer.get_parameter("weight")!;
                    if (layer is Embedding)
                    {
                        // N(0, 1); a row of zeros (padding) stays.
                        using (torch.NewDisposeScope())
                        {
                            torch.Tensor isUsed = weight.to_type(torch.ScalarType.Bool).any(1, true).to_type(weight.dtype);
                            weight.normal_(0, 1, generator).mul_(isUsed);
                        }

                        return;
                    }

                    // Linear layers and convolutions: U(-1/sqrt(fan-in), 1/sqrt(fan-in)).
                    double bound = 1 / Math.Sqrt(weight.numel() / weight.shape[0]);
                    weight.uniform_(-bound, bound, generator);
                    layer.get_parameter("bias")?.uniform_(-bound, bound, generator);
                }

                /// <summary>What the std of a draw by both fans together, as Xavier's, has fallen by since base widths.</summary>
                public static double BothFans(torch.nn.Module module, string name, double first, double second)
                {
                    Parameter tensor = module.named_parameters().First(parameter => parameter.name == name).parameter;
                    double rows = tensor.shape[0];
                    double columns = tensor.shape[1];
                    return Math.Sqrt((rows + columns) / (rows / first + columns / second));
                }

                /// <summary>The same of an orthogonal matrix, whose longer side decides; a kernel belongs to its columns.</summary>
                public static double LongerSide(torch.nn.Module module, string name, double first, double second)
                {
                    Parameter tensor = module.named_parameters().First(parameter => parameter.name == name).parameter;
                    double rows = tensor.shape[0];
                    double columns = tensor.numel() / rows;
                    return Math.Sqrt(Math.Max(rows, columns) / Math.Max(rows / first, columns / second));
                }

                /// <summary>Weight 1 and bias 0 for norms whose memory TorchSharp leaves as it is.</summary>
                public static void SetNorm(params torch.nn.Module?[] layers) => SetNormEach(layers);

                /// <summary>The same for the norms of a list.</summary>
                public static void SetNormEach(IEnumerable<torch.nn.Module?>? layers)
                {
                    using (torch.no_grad())
                    {
                        foreach (torch.nn.Module layer in Present(layers))
                        {
                            Fill(layer.get_parameter("weight"), 1);
                            Fill(layer.get_parameter("bias"), 0);
                        }
                    }
                }

                /// <summary>Those that are there, of layers that may not be.</summary>
                private static IEnumerable<T> Present<T>(IEnumerable<T?>? items)
                    where T : class => items?.OfType<T>() ?? Array.Empty<T>();

                /// <summary>
                /// Resolves a model's table, and gives every tensor the scale of its row, if its shape, and the widths that the constructor
                /// told, are what the row was written for. Only values change: the tensors stay the same objects.
                /// </summary>
                public static void Initialize<TModel>(
                    TModel module, torch.Generator? generator, double richness, double gamma, WidthRatio[] widths,
                    params (string Name, long Value)[] told)
                    where TModel : torch.nn.Module, INestedModel
                {
                    ModelParameterization parameterization = module.Resolve(widths, richness, gamma);
                    CheckNested(module, parameterization);
                    Dictionary<string, torch.Tensor> draws = new();
                    Dictionary<string, TensorParameterization> rows = parameterization.Tensors.ToDictionary(row => row.Name);
                    using (torch.no_grad())
                    {
                        foreach ((string name, Parameter parameter) in module.named_parameters())
                        {
                            // A module may be built inside a dispose scope and outlive it.
                            parameter.DetachFromDisposeScope();
                            TensorParameterization row = Row(rows, name, parameterization.Model);
                            if (row.Owner is not null)
                            {
                                continue;
                            }

                            CheckShape(row, parameter, parameterization.Model, told);
                            if (row.RedrawStd is double std)
                            {
                                Draw(parameter, row.Distribution, std, generator);
                            }

                            Keep(draws, name, parameter, row.Draw);
                            Scale(parameter, row.Draw);
                        }
                    }

                    if (ModelConstruction.IsUnderway)
                    {
                        ModelConstruction.Keep(module, draws);
                    }
                    else
                    {
                        Forget(module);
                    }
                }

                /// <summary>
                /// At base widths a size is what the compiler computed of it, or its ratio would be wrong at every width.
                /// </summary>
                public static void CheckAtBase(string model, string size, long atBase, double ratio, params double[] widths)
                {
                    if (ratio != 1 && widths.All(width => width == 1))
                    {
                        throw new InvalidOperationException(
                            FormattableString.Invariant(
                                $"'{size}' of '{model}' is {ratio * atBase:G6} at base widths, and was read as {atBase}. ")
                                + "Compute it from [Width] parameters and constants in the constructor, or give the base of the layer "
                                + "that has it, as [Hidden(BaseFanOut = 172)].");
                    }
                }

                /// <summary>What the compiler read of a tensor is true of it, or the model is refused.</summary>
                private static void CheckShape(
                    TensorParameterization row, torch.Tensor tensor, string model, (string Name, long Value)[] told)
                {
                    // Size by size: the whole shape at once costs ten times that.
                    long[] shape = new long[tensor.dim()];
                    for (int axis = 0; axis < shape.Length; axis++)
                    {
                        shape[axis] = tensor.size(axis);
                    }

                    if (row.Shape?.Contradiction(shape, row.FanIn, row.FanOut) is not string wrong)
                    {
                        return;
                    }

                    string widths = string.Join(", ", told.Select(width => FormattableString.Invariant($"{width.Name} = {width.Value}")));
                    string message = FormattableString.Invariant(
                        $"'{row.Name}' of '{model}' has the shape [{string.Join(", ", shape)}], but is scaled as [{row.Shape}]. {wrong} ")
                        + (told.Length == 0 ? "" : $"InitializeParameters was told {widths}: it has to be what the layers are built with. ")
                        + "Where the constructor makes this size in a way that the compiler does not follow, or rounds it, compute it "
                        + "from the constructor's parameters by "
                        + "arithmetic, in a local that is assigned once, and build the layer with that.";
                    throw told.Length == 0 ? new InvalidOperationException(message) : new ArgumentException(message, told[0].Name);
                }

                // A number that TorchSharp wraps itself is free for the collector while libtorch still reads it: these are held.
                private static void Scale(torch.Tensor tensor, double factor)
                {
                    if (factor == 1)
                    {
                        return;
                    }

                    using (Scalar held = factor)
                    {
                        tensor.mul_(held);
                    }
                }

                private static void Fill(torch.Tensor? tensor, double value)
                {
                    using (Scalar held = value)
                    {
                        tensor?.fill_(held);
                    }
                }

                /// <summary>Tensors that follow one rule, and what it multiplies an optimizer's options by.</summary>
                internal sealed record Group(
                    string Name,
                    IReadOnlyList<Parameter> Parameters,
                    double LearningRate,
                    double WeightDecay,
                    double Epsilon,
                    double CoupledDecay);

                /// <summary>
                /// The tensors by the rule that they follow, for an optimizer of your own: multiply its rate, weight decay and epsilon by
                /// each group's factors, but the decay by CoupledDecay where an Adam-like optimizer adds it to the gradient, as all of
                /// TorchSharp's but AdamW do. Tensors that do not require a gradient are in no group.
                /// </summary>
                /// <param name="module">The model.</param>
                /// <param name="parameterization">Its table.</param>
                /// <param name="family">How the optimizer's update depends on the gradient.</param>
                /// <exception cref="InvalidOperationException">The model has a parameter that no rule knows.</exception>
                public static Group[] Groups(torch.nn.Module module, ModelParameterization parameterization, OptimizerFamily family)
                {
                    Forget(module);
                    Dictionary<string, TensorParameterization> rows = parameterization.Tensors.ToDictionary(row => row.Name);
                    Dictionary<(string, double, double, double, double), List<Parameter>> members = new();
                    List<TensorParameterization> heads = new();
                    IReadOnlyList<string> aliases = Aliases(module);
                    foreach ((string name, Parameter parameter) in module.named_parameters())
                    {
                        TensorParameterization row = Row(rows, name, parameterization.Model);
                        if (!parameter.requires_grad || aliases.Any(alias => name.StartsWith(alias, StringComparison.Ordinal)))
                        {
                            continue;
                        }

                        // Models of one class inside this one may have different widths: then their groups are different ones.
                        (string, double, double, double, double) key = Key(row.Rule, family);
                        if (!members.TryGetValue(key, out List<Parameter>? group))
                        {
                            members.Add(key, group = new List<Parameter>());
                            heads.Add(row);
                        }

                        group.Add(parameter);
                    }

                    return heads.Select(head => new Group(
                        heads.Count(other => other.Rule.Name == head.Rule.Name) == 1 ? head.Rule.Name : $"{head.Rule.Name} ({head.Name})",
                        members[Key(head.Rule, family)],
                        head.Rule.LearningRate(family),
                        head.Rule.WeightDecay(family),
                        head.Rule.Epsilon,
                        head.Rule.CoupledDecay)).ToArray();
                }

                private static (string, double, double, double, double) Key(ParameterRule rule, OptimizerFamily family) =>
                    (rule.Name, rule.LearningRate(family), rule.WeightDecay(family), rule.Epsilon, rule.CoupledDecay);

                /// <summary>The further names of modules that are held twice: their tensors train once.</summary>
                private static IReadOnlyList<string> Aliases(torch.nn.Module module)
                {
                    List<torch.nn.Module> seen = new();
                    List<string> aliases = new();
                    foreach ((string name, torch.nn.Module child) in module.named_modules())
                    {
                        if (seen.Any(other => ReferenceEquals(other, child)))
                        {
                            aliases.Add(name + ".");
                        }

                        seen.Add(child);
                    }

                    return aliases;
                }

                /// <summary>
                /// A copy of the state dict with each forward multiplier folded into its weight: plain TorchSharp code of the same layers
                /// loads it and gives the same outputs, at any width and in any gauge. A tied readout has its own copy of the weight that
                /// it takes. What is no tensor's stays a constant of the forward method: <c>Parameterization.Scales</c>. It is made for use
                /// and not for training on.
                /// </summary>
                /// <param name="module">The model.</param>
                /// <param name="parameterization">Its table.</param>
                /// <param name="pythonNames">Leaves out underscores in front of names, as in <c>embed.weight</c> for
                /// <c>_embed.weight</c>.</param>
                /// <exception cref="InvalidOperationException">The model has a parameter that no rule knows, or two names become
                /// one.</exception>
                public static Dictionary<string, torch.Tensor> FoldedStateDict(
                    torch.nn.Module module, ModelParameterization parameterization, bool pythonNames)
                {
                    Dictionary<string, TensorParameterization> rows = parameterization.Tensors.ToDictionary(row => row.Name);
                    Dictionary<string, IntPtr> parameters = module.named_parameters()
                        .ToDictionary(parameter => parameter.name, parameter => parameter.parameter.Handle);
                    Dictionary<string, torch.Tensor> state = module.state_dict();
                    Dictionary<string, torch.Tensor> folded = new();
                    using (torch.no_grad())
                    {
                        foreach (KeyValuePair<string, torch.Tensor> entry in state)
                        {
                            // A module that is held twice has its parameters once, and its tensors under both names in the state.
                            string? known = parameters.ContainsKey(entry.Key) ? entry.Key
                                : parameters.FirstOrDefault(parameter => parameter.Value == entry.Value.Handle).Key;
                            TensorParameterization? row = known is null ? null : Row(rows, known, parameterization.Model);
                            string name = pythonNames ? PythonName(entry.Key) : entry.Key;
                            if (folded.ContainsKey(name))
                            {
                                throw new InvalidOperationException(
                                    $"Two tensors of '{parameterization.Model}' are '{name}' without underscores in front. "
                                    + "Give the member of one another name by [ComponentName(Name = \"...\")].");
                            }

                            torch.Tensor copy = (row?.TiedTo is string tied ? state[tied] : entry.Value).detach().clone();
                            if (row is not null && row.Multiplier != 1)
                            {
                                Scale(copy, row.Multiplier);
                            }

                            folded.Add(name, copy);
                        }
                    }

                    return folded;
                }

                private static string PythonName(string name) =>
                    string.Join(".", name.Split('.').Select(part => part.TrimStart('_') is { Length: > 0 } bare ? bare : part));

                /// <summary>Heads of a built-in attention keep their width: it divides its logits by the root of it.</summary>
                public static void CheckHeads(string model, string member, double ratio)
                {
                    // A model around this one, which is being built, may give it another base yet, and will ask again.
                    if (Math.Abs(ratio - 1) > 1e-9 && !ModelConstruction.IsUnderway)
                    {
                        throw new InvalidOperationException(FormattableString.Invariant(
                            $"The heads of '{member}' in '{model}' are {ratio:0.###} times as wide as at base widths, ")
                            + "and it divides its logits by the root of their width, so that logits would grow in training. "
                            + "Let the number of heads grow as the width does.");
                    }
                }

                private static TensorParameterization Row(Dictionary<string, TensorParameterization> rows, string name, string model) =>
                    rows.TryGetValue(name, out TensorParameterization? row)
                        ? row
                        : throw new InvalidOperationException(
                            $"No rule knows the parameter '{name}' of '{model}'. It was registered by hand or after InitializeParameters; "
                            + "hold it in a member that is marked [Input], [Hidden], [Output] or [Unscaled], assigned in the constructor.");

                private static void Draw(torch.Tensor tensor, InitDistribution distribution, double std, torch.Generator? generator)
                {
                    if (distribution == InitDistribution.Uniform)
                    {
                        tensor.uniform_(-Math.Sqrt(3) * std, Math.Sqrt(3) * std, generator);
                    }
                    else
                    {
                        tensor.normal_(0, std, generator);
                    }
                }
            }
        }

        """;
}
