namespace Parameterize.Generators.Emission;

/// <summary>The part of <see cref="TorchSupportEmitter"/> that takes the rows of a table as the formulas of a class give them.</summary>
internal static class TorchSupportTable
{
    /// <summary>Classes inside the class that all generated parts call.</summary>
    public const string Source = """

                /// <summary>The table of one model while its rows are written, each by the kind of its tensors.</summary>
                internal sealed class Table
                {
                    private readonly torch.nn.Module _module;
                    private readonly string _model;
                    private readonly Gauge _gauge;
                    private readonly IReadOnlyList<WidthRatio> _widths;
                    private readonly double _richness;
                    private readonly double _gamma;
                    private readonly double _width;
                    private readonly bool _isFinite;
                    private readonly bool _isBaseline = Baseline.IsUnderway;
                    private readonly Dictionary<string, double> _scales = new();
                    private readonly List<TensorParameterization> _rows = new();
                    private HashSet<string>? _claimed;
                    private string[]? _names;
                    private ModelsInside? _models;
                    private bool _isInOrder = true;

                    /// <param name="module">The model.</param>
                    /// <param name="model">Its class.</param>
                    /// <param name="gauge">How it is written.</param>
                    /// <param name="widths">Its widths.</param>
                    /// <param name="richness">r.</param>
                    /// <param name="gamma">The prefactor of the activity.</param>
                    /// <param name="width">n.</param>
                    public Table(
                        torch.nn.Module module, string model, Gauge gauge, IReadOnlyList<WidthRatio> widths, double richness, double gamma,
                        double width)
                    {
                        (_module, _model, _gauge, _widths, _richness, _gamma) = (module, model, gauge, widths, richness, gamma);
                        _isFinite = widths.Any(ratio => ratio.IsFinite);
                        _width = _isFinite ? widths.FirstOrDefault(ratio => !ratio.IsFinite)?.Ratio ?? 1 : width;
                    }

                    public Rows Input => new(this, ParameterKind.Input);

                    public Rows Hidden => new(this, ParameterKind.Hidden);

                    public Rows Output => new(this, ParameterKind.Output);

                    public Rows Vector => new(this, ParameterKind.Vector);

                    public Rows Finite => new(this, ParameterKind.Finite);

                    public torch.nn.Module Module => _module;

                    private ModelScaling Formulas => ((IParameterizedModel)_module).Scaling;

                    private bool IsBaseline => _isBaseline || Formulas.Options.Baseline;

                    private string[] Names => _names ??= _module.named_parameters().Select(parameter => parameter.name).ToArray();

                    private ModelsInside Models => _models ??= new ModelsInside(_module);

                    /// <summary>
                    /// The rule of a parameter group, 1 where nothing is said: eta and lambda of each family, the factor on epsilon, and
                    /// lambda of a decay that joins the gradient, which is that factor where nothing else is said.
                    /// </summary>
                    public ParameterRule Rule(
                        string name,
                        (double eta, double lambda)? sgd = null,
                        (double eta, double lambda)? adam = null,
                        (double eta, double lambda)? spectral = null,
                        double epsilon = 1,
                        double? coupled = null)
                    {
                        // A spectral optimizer leaves to an Adam-like one what has no rates of its own for it.
                        return new ParameterRule(name, new(Of(sgd), Of(adam), Of(spectral ?? adam)));

                        global::Parameterize.Scaling.Rules.FamilyScaling<double> Of((double eta, double lambda)? factors) =>
                            new(factors?.eta ?? 1, factors?.lambda ?? 1, epsilon, coupled ?? epsilon);
                    }

                    /// <summary>A scale that the forward method multiplies by.</summary>
                    /// <param name="name">Its name.</param>
                    /// <param name="value">What it is.</param>
                    /// <param name="baseline">What it is in a baseline, if another.</param>
                    public double Scale(string name, double value, double? baseline = null) =>
                        _scales[name] = _isBaseline ? baseline ?? value : value;

                    /// <summary>Rows of ones for every tensor of a member that is not scaled.</summary>
                    public void Unscaled(string member)
                    {
                        ParameterRule rule = new("unscaled");
                        foreach (string name in Names.Where(name => IsInside(name, member)))
                        {
                            AddAsIs(new TensorParameterization(name, ParameterKind.Finite, rule, "..."));
                        }
                    }

                    /// <summary>The rows of the models that a member holds, which have scaled their tensors themselves.</summary>
                    /// <param name="member">The member, or a pattern of places in it.</param>
                    /// <param name="isAtBase">Whether the bases in <paramref name="widths"/> hold, as they do unless this model is inside
                    /// another one.</param>
                    /// <param name="widths">What the widths inside are here, symbol, ratio, and base or NaN; none where they are as
                    /// alone.</param>
                    public void Nested(string member, bool isAtBase = true, params WidthRatio[] widths)
                    {
                        _isInOrder = false;
                        foreach ((string name, torch.nn.Module module) in Models.Take(_module, member))
                        {
                            IParameterizedModel model = (IParameterizedModel)module;
                            CheckBaseline(name, model.Parameterization, _module.GetType().Name, IsBaseline);

                            // A baseline keeps what was drawn, whatever the base.
                            if (model is INestedModel nested && widths.Length > 0 && !_isBaseline)
                            {
                                Adopt(nested, module, name, _module.GetType().Name, isAtBase, widths);
                            }

                            _rows.AddRange(model.Parameterization.Tensors.Select(row => row.Inside(name, model.Parameterization.Model)));
                        }
                    }

                    /// <summary>
                    /// The tensors that fit a pattern and have no row yet: <c>*</c> for any name or number, <c>^1</c> for the last.
                    /// </summary>
                    /// <param name="pattern">The pattern.</param>
                    /// <param name="type">The class of their layers, where others fit too.</param>
                    /// <param name="formula">Their row of the symbolic table, where that is called otherwise than the pattern.</param>
                    public Named Each(string pattern, Type? type = null, string? formula = null)
                    {
                        _isInOrder = false;
                        HashSet<string> claimed = _claimed ??= new HashSet<string>(_rows.Select(row => row.Name));
                        string[] places = Counted(_module, pattern).ToArray();
                        string[] owners = type is null
                            ? Array.Empty<string>()
                            : _module.named_modules()
                                .Where(named => named.module.GetType() == type)
                                .Select(named => named.name + ".")
                                .ToArray();
                        return new Named(
                            Names.Where(name => !claimed.Contains(name) && places.Any(place => Fits(name, place)))
                                .Where(name => type is null || owners.Any(owner => name.StartsWith(owner, StringComparison.Ordinal)))
                                .ToArray(),
                            formula ?? pattern);
                    }

                    /// <summary>The table with all rows, in TorchSharp's order of the tensors.</summary>
                    /// <param name="before">What it was at other bases, where it had any.</param>
                    /// <param name="isShared">Whether a layer may be at two places, and have rows by both names.</param>
                    public ModelParameterization Resolved(ModelParameterization? before, bool isShared = false)
                    {
                        if (_scales.Count > 0 || _models is not null)
                        {
                            Models.AddScales(_scales);
                        }

                        IEnumerable<TensorParameterization> rows = _isInOrder && !isShared ? _rows : InOrder();
                        return new ModelParameterization(_model, _gauge, _richness, _gamma, _width, rows)
                        {
                            IsBaseline = IsBaseline,
                            Widths = _widths,
                            Scales = _scales,
                        }.WithSizesOf(before);
                    }

                    /// <summary>
                    /// Adds a row, by other formulas than its class's in a baseline and where some widths do not grow.
                    /// </summary>
                    /// <returns>Its multiplier.</returns>
                    internal double Add(TensorParameterization row) => _isBaseline || _isFinite
                        ? AddAsIs((_isBaseline ? Formulas.Baseline : Formulas).RowOf(row, _widths, _richness, _gamma))
                        : AddAsIs(row);

                    private double AddAsIs(TensorParameterization row)
                    {
                        _claimed?.Add(row.Name);
                        _rows.Add(row);
                        return row.Multiplier;
                    }

                    private IEnumerable<TensorParameterization> InOrder()
                    {
                        Dictionary<string, int> places = new();
                        foreach (string name in Names)
                        {
                            places[name] = places.Count;
                        }

                        // TorchSharp lists a tensor once, by the first of its names.
                        ILookup<bool, TensorParameterization> rows = _rows.ToLookup(row => places.ContainsKey(row.Name));
                        if (rows[false].Any())
                        {
                            CheckAlike(rows[true], rows[false]);
                        }

                        return rows[true].OrderBy(row => places[row.Name]);
                    }

                    /// <summary>A layer at two places scales alike at both, or one of them would call it wrongly.</summary>
                    private void CheckAlike(IEnumerable<TensorParameterization> rows, IEnumerable<TensorParameterization> others)
                    {
                        Dictionary<IntPtr, TensorParameterization> tensors = new();
                        foreach ((string name, Parameter parameter) in _module.named_parameters())
                        {
                            if (rows.FirstOrDefault(row => row.Name == name) is TensorParameterization row)
                            {
                                tensors[parameter.Handle] = row;
                            }
                        }

                        foreach (TensorParameterization other in others)
                        {
                            if (At(other.Name) is torch.Tensor tensor
                                && tensors.TryGetValue(tensor.Handle, out TensorParameterization? row)
                                && Numbers(row) != Numbers(other))
                            {
                                throw new InvalidOperationException(
                                    $"'{row.Name}' and '{other.Name}' of '{_model}' are one tensor, and scale by different rules: hold its "
                                        + "layer at one of the two places.");
                            }
                        }

                        static (ParameterKind, double, double, double, double?) Numbers(TensorParameterization row) =>
                            (row.Kind, row.Multiplier, row.InitStd, row.Draw, row.RedrawStd);
                    }

                    private torch.Tensor? At(string name)
                    {
                        torch.nn.Module? module = _module;
                        string[] parts = name.Split('.');
                        foreach (string part in parts.Take(parts.Length - 1))
                        {
                            module = module?.named_children().FirstOrDefault(child => child.name == part).module;
                        }

                        return module?.named_parameters(recurse: false)
                            .FirstOrDefault(parameter => parameter.name == parts[parts.Length - 1]).parameter;
                    }
                }

                /// <summary>The tensors that one line of formulas is about.</summary>
                internal readonly struct Named
                {
                    public Named(string[] names, string? formula) => (Names, Formula) = (names, formula);

                    public string[] Names { get; }

                    public string? Formula { get; }

                    public static implicit operator Named(string name) => new(new[] { name }, null);
                }

                /// <summary>Where a table takes rows of one kind.</summary>
                internal readonly struct Rows
                {
                    private readonly Table _table;
                    private readonly ParameterKind _kind;

                    public Rows(Table table, ParameterKind kind) => (_table, _kind) = (table, kind);

                    /// <summary>Adds the rows of some tensors; what is 1 is left out.</summary>
                    /// <returns>Their multiplier, null at 1.</returns>
                    public Scalar? Add(
                        Named tensors,
                        ParameterRule rule,
                        string? shape = null,
                        double m = 1,
                        double q = 1,
                        double multiplier = 1,
                        double std = 1,
                        double rescale = 1,
                        double? redraw = null,
                        InitDistribution distribution = InitDistribution.Normal,
                        (double first, double second)? both = null,
                        (double first, double second)? longer = null,
                        string? tiedTo = null)
                    {
                        double common = 1;
                        foreach (string name in tensors.Names)
                        {
                            common = _table.Add(new TensorParameterization(name, _kind, rule, shape)
                            {
                                FanIn = m,
                                FanOut = q,
                                Multiplier = multiplier,
                                InitStd = std,
                                Draw = rescale,
                                DrawnByFans = (both, longer) switch
                                {
                                    ((double first, double second), _) => BothFans(_table.Module, name, first, second),
                                    (_, (double rows, double columns)) => LongerSide(_table.Module, name, rows, columns),
                                    _ => 1,
                                },
                                RedrawStd = redraw,
                                Distribution = distribution,
                                TiedTo = tiedTo,
                                Formula = tensors.Formula,
                            });
                        }

                        return common == 1 ? null : (Scalar)common;
                    }
                }

        """;
}
