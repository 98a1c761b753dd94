namespace Parameterize.Generators.Emission;

/// <summary>The part of the shared file that is about models inside models.</summary>
internal static class NestedSupportEmitter
{
    public const string Source = """

                /// <summary>
                /// The models that a model holds, by their first name, which is its member's; those inside of another one are that one's.
                /// </summary>
                private sealed class ModelsInside
                {
                    private readonly List<(string name, torch.nn.Module module)> _all = new();
                    private readonly Dictionary<string, List<(string name, torch.nn.Module module)>> _left = new();

                    public ModelsInside(torch.nn.Module module)
                    {
                        HashSet<string> names = new();
                        foreach ((string name, torch.nn.Module child) in module.named_modules())
                        {
                            if (child is IParameterizedModel && !IsInsideAny(name, names))
                            {
                                names.Add(name);
                                _all.Add((name, child));
                                string member = MemberOf(name);
                                if (!_left.TryGetValue(member, out List<(string, torch.nn.Module)>? models))
                                {
                                    _left.Add(member, models = new());
                                }

                                models.Add((name, child));
                            }
                        }
                    }

                    /// <summary>Those at places of a member that no pattern has taken before.</summary>
                    public IEnumerable<(string name, torch.nn.Module module)> Take(torch.nn.Module module, string pattern)
                    {
                        if (!_left.TryGetValue(MemberOf(pattern), out List<(string name, torch.nn.Module module)>? models))
                        {
                            return Array.Empty<(string, torch.nn.Module)>();
                        }

                        string[] places = Counted(module, pattern).ToArray();
                        ILookup<bool, (string name, torch.nn.Module module)> taken = models.ToLookup(model =>
                            places.Any(place => IsBelow(model.name, place)));
                        _left[MemberOf(pattern)] = taken[false].ToList();
                        return taken[true];
                    }

                    /// <summary>Adds the scales of all, by their names.</summary>
                    public void AddScales(Dictionary<string, double> scales)
                    {
                        foreach ((string name, torch.nn.Module module) in _all)
                        {
                            foreach (KeyValuePair<string, double> scale in ((IParameterizedModel)module).Parameterization.Scales)
                            {
                                scales[$"{name}.{scale.Key}"] = scale.Value;
                            }
                        }
                    }

                    private static string MemberOf(string name) => name.Split('.')[0];

                    private static bool IsInsideAny(string name, HashSet<string> models)
                    {
                        for (int dot = name.IndexOf('.'); dot >= 0; dot = name.IndexOf('.', dot + 1))
                        {
                            if (models.Contains(name.Substring(0, dot)))
                            {
                                return true;
                            }
                        }

                        return false;
                    }
                }

                /// <summary>
                /// Gives a model inside another one the widths that it has there: those that are others than alone scale it anew.
                /// </summary>
                private static void Adopt(
                    INestedModel model, torch.nn.Module module, string name, string outer, bool isAtBase, WidthRatio[] widths)
                {
                    ModelParameterization own = model.Parameterization;
                    WidthRatio[] here = own.Widths.Select(Here).ToArray();
                    if (here.Zip(own.Widths, (a, b) => a.HasRatioOf(b)).All(same => same))
                    {
                        return;
                    }

                    if (ModelConstruction.Kept(model) is not Dictionary<string, torch.Tensor> draws)
                    {
                        throw new InvalidOperationException(
                            $"'{name}' of '{outer}' is a '{own.Model}' that was scaled for its own base, and has another one here; build "
                                + "it in the "
                            + $"constructor of '{outer}', before InitializeParameters.");
                    }

                    ModelParameterization table = model.Resolve(here, own.Richness, own.Gamma);
                    ScaleAnew(module, own, table, draws);

                    WidthRatio Here(WidthRatio width)
                    {
                        WidthRatio? claim = widths.FirstOrDefault(candidate => candidate.Symbol == width.Symbol);
                        if (claim is null)
                        {
                            return width;
                        }

                        if (isAtBase && !double.IsNaN(claim.Ratio) && !double.IsNaN(claim.Base) && !width.IsOfSize(claim))
                        {
                            throw new InvalidOperationException(FormattableString.Invariant(
                                $"'{name}' of '{outer}' is a '{own.Model}' with {width.Symbol} = {width.Size} / {claim.Base}, ")
                                + FormattableString.Invariant($"where {claim.Ratio} was expected; compute ")
                                + "its arguments from the constructor's parameters by arithmetic.");
                        }

                        if (claim.IsFinite)
                        {
                            return width.AsFinite();
                        }

                        if (double.IsNaN(claim.Ratio))
                        {
                            if (!isAtBase)
                            {
                                throw new InvalidOperationException(
                                    $"'{name}' of '{outer}' has a size that is computed, and what it is at base is not known where "
                                    + $"'{outer}' is inside another model at another size than its own base. Give it its own base there.");
                            }

                            return claim.Base == width.Base ? width : width.At(width.Size / claim.Base);
                        }

                        return isAtBase && claim.Base == width.Base && !width.IsFinite ? width : width.At(claim.Ratio);
                    }
                }

                /// <summary>What a size that is computed is at another base than its class's own, generated code does not know.</summary>
                public static void CheckOwnBase(string model, string size, bool isAtBase)
                {
                    if (!isAtBase)
                    {
                        throw new InvalidOperationException(
                            $"'{model}' computes '{size}', and what that is at another base than its own is not known. Give it its own "
                                + "base in the model that holds it.");
                    }
                }

                /// <summary>Scales what TorchSharp drew by another table. What the class wrote since is what it drew.</summary>
                private static void ScaleAnew(
                    torch.nn.Module module, ModelParameterization before, ModelParameterization after,
                    Dictionary<string, torch.Tensor> draws)
                {
                    Dictionary<string, TensorParameterization> old = before.Tensors.ToDictionary(row => row.Name);
                    Dictionary<string, TensorParameterization> rows = after.Tensors.ToDictionary(row => row.Name);
                    using (torch.no_grad())
                    using (torch.NewDisposeScope())
                    {
                        foreach ((string name, Parameter parameter) in module.named_parameters())
                        {
                            TensorParameterization row = Row(rows, name, after.Model);
                            if (row.Owner is not null || Redrawing.Has(parameter))
                            {
                                continue;
                            }

                            if (draws.TryGetValue(name, out torch.Tensor? drawn))
                            {
                                torch.Tensor scaled = drawn.clone();
                                Scale(scaled, old[name].Draw);
                                torch.Tensor isUntouched = parameter.eq(scaled.to(parameter.dtype, parameter.device));
                                CheckWritten(parameter, scaled, isUntouched, name, after.Model);
                                parameter.copy_(torch.where(isUntouched, drawn.to(parameter.dtype, parameter.device), parameter));
                            }
                            else
                            {
                                Keep(draws, name, parameter, row.Draw);
                            }

                            Scale(parameter, row.Draw);
                        }
                    }
                }

                /// <summary>What was written since is a draw, and not the scaled draw times a number: that would be scaled twice.</summary>
                private static void CheckWritten(torch.Tensor now, torch.Tensor scaled, torch.Tensor isUntouched, string name, string model)
                {
                    torch.Tensor isWritten = isUntouched.logical_or(now.eq(0)).logical_not();
                    torch.Tensor after = now.masked_select(isWritten).to(torch.ScalarType.Float64, torch.CPU);
                    torch.Tensor before = scaled.to(now.device).masked_select(isWritten).to(torch.ScalarType.Float64, torch.CPU);
                    double product = after.mul(before).sum().item<double>();
                    double norms = after.mul(after).sum().item<double>() * before.mul(before).sum().item<double>();
                    if (after.numel() > 1 && product * product > 0.9999 * norms)
                    {
                        throw new InvalidOperationException(
                            $"'{name}' of '{model}' was scaled for its own base and multiplied since, in the constructor of the model "
                                + "around it, which scales it for "
                            + "the base that it has there. Multiply it after that model's InitializeParameters, or in its own class.");
                    }
                }

                /// <summary>
                /// The tensors of models inside that the model around them has drawn itself, as by apply: they are scaled as it drew them.
                /// </summary>
                internal sealed class Redrawing : IDisposable
                {
                    [ThreadStatic]
                    private static Dictionary<IntPtr, Func<TensorParameterization, double>>? s_drawn;

                    private readonly torch.nn.Module _module;
                    private readonly Dictionary<IntPtr, Func<TensorParameterization, double>>? _before;

                    /// <summary>Begins it.</summary>
                    /// <param name="module">The model around.</param>
                    /// <param name="drawn">By the layers' class and the tensor's name in it, the ratio of the fan that its std depends
                    /// on.</param>
                    public Redrawing(
                        torch.nn.Module module, params (string Layer, string Tensor, Func<TensorParameterization, double> Fan)[] drawn)
                    {
                        _module = module;
                        _before = s_drawn;
                        s_drawn = new();
                        foreach (torch.nn.Module model in module.modules()
                            .Where(child => child is IParameterizedModel && !ReferenceEquals(child, module)))
                        {
                            foreach ((string layer, string tensor, Func<TensorParameterization, double> fan) in drawn)
                            {
                                foreach (torch.nn.Module child in model.modules().Where(child => child.GetType().Name == layer))
                                {
                                    if (child.get_parameter(tensor) is Parameter parameter)
                                    {
                                        s_drawn[parameter.Handle] = fan;
                                    }
                                }
                            }
                        }
                    }

                    /// <summary>Whether a tensor is one of them.</summary>
                    public static bool Has(Parameter parameter) => s_drawn is not null && s_drawn.ContainsKey(parameter.Handle);

                    /// <summary>Gives them the scale of their rows.</summary>
                    public void Scale(ModelParameterization table)
                    {
                        if (table.IsBaseline)
                        {
                            return;
                        }

                        Dictionary<string, TensorParameterization> rows = table.Tensors.ToDictionary(row => row.Name);
                        using (torch.no_grad())
                        {
                            foreach ((string name, Parameter parameter) in _module.named_parameters())
                            {
                                if (s_drawn!.TryGetValue(parameter.Handle, out Func<TensorParameterization, double>? fan))
                                {
                                    TensorParameterization row = Row(rows, name, table.Model);
                                    TorchSupport.Scale(parameter, row.InitStd * Math.Sqrt(fan(row)));
                                }
                            }
                        }

                        // No further model around can scale them for another base: what TorchSharp drew is not there any more.
                        foreach (torch.nn.Module model in _module.modules()
                            .Where(child => child is IParameterizedModel && !ReferenceEquals(child, _module)))
                        {
                            Forget(model);
                        }
                    }

                    /// <summary>Ends it.</summary>
                    public void Dispose() => s_drawn = _before;
                }

                /// <summary>Keeps a draw that is about to change, if a model around this one may yet want it.</summary>
                private static void Keep(Dictionary<string, torch.Tensor> draws, string name, torch.Tensor tensor, double factor)
                {
                    if (factor != 1 && factor != 0 && ModelConstruction.IsUnderway)
                    {
                        draws[name] = tensor.detach().clone().DetachFromDisposeScope();
                    }
                }

                /// <summary>Forgets the draws of a model and of those inside: no model around it will scale them anew.</summary>
                private static void Forget(torch.nn.Module module)
                {
                    foreach (torch.nn.Module child in module.modules())
                    {
                        if (ModelConstruction.Kept(child) is Dictionary<string, torch.Tensor> draws)
                        {
                            foreach (torch.Tensor drawn in draws.Values)
                            {
                                drawn.Dispose();
                            }

                            ModelConstruction.Forget(child);
                        }
                    }
                }

                /// <summary>A model is a baseline, or inside of one, if all of it is.</summary>
                private static void CheckBaseline(string name, ModelParameterization inner, string outer, bool isBaseline)
                {
                    if (inner.IsBaseline != isBaseline)
                    {
                        throw new InvalidOperationException(
                            $"'{name}' of '{outer}' is a '{inner.Model}' in {(isBaseline ? "its own" : "the standard")} parametrization; "
                                + $"'{outer}' is in {(isBaseline ? "the standard" : "its own")} one. Build all of it inside of one "
                                + "Baseline.Of, or none.");
                    }
                }

                /// <summary>Models inside a model have its dial: what the compiler could not see is checked here.</summary>
                private static void CheckNested(torch.nn.Module module, ModelParameterization outer)
                {
                    foreach ((string name, torch.nn.Module child) in module.named_modules())
                    {
                        if (child is not IParameterizedModel { Parameterization: { } inner })
                        {
                            continue;
                        }

                        CheckBaseline(name, inner, outer.Model, outer.IsBaseline);
                        if (inner.Richness != outer.Richness || inner.Gamma != outer.Gamma || inner.Gauge != outer.Gauge)
                        {
                            throw new InvalidOperationException(
                                $"'{name}' of '{outer.Model}' is a '{inner.Model}' with {Dial(inner)}; '{outer.Model}' "
                                    + $"has {Dial(outer)}. Give both the same.");
                        }
                    }
                }

                private static string Dial(ModelParameterization model) =>
                    FormattableString.Invariant($"r = {model.Richness}, gamma = {model.Gamma}, gauge {model.Gauge}");


        """;
}
