using System.ComponentModel;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;

namespace Parameterize;

/// <summary>The symbolic table of one annotated class: each factor as a formula in the width ratios, and the slopes it predicts.</summary>
public sealed partial class ModelScaling
{
    private readonly string _modelRatio;

    private readonly ModelScaling? _before;

    private readonly Action<Declarations> _declare;

    private readonly Lazy<Declarations> _declared;

    private readonly Lazy<IReadOnlyList<TensorScaling>> _rows;

    private readonly Lazy<IReadOnlyList<OptimizerFamily>> _families;

    private readonly Lazy<IReadOnlyList<PredictedSlopes>> _slopes;

    private readonly Lazy<ModelScaling> _baseline;

    /// <summary>The table of one class.</summary>
    /// <param name="model">The class's name.</param>
    /// <param name="modelRatio">The symbol of n, the model's width ratio.</param>
    /// <param name="options">What the class's attribute says.</param>
    /// <param name="tensors">What is declared of each tensor; <see cref="With"/> adds more.</param>
    public ModelScaling(string model, string modelRatio, ScalingOptions options, params TensorDeclaration[] tensors)
        : this(model, modelRatio, options, null, declared => declared.Tensors.AddRange(tensors))
    {
    }

    private ModelScaling(string model, string modelRatio, ScalingOptions options, ModelScaling? before, Action<Declarations> declare)
    {
        Model = model ?? throw new ArgumentNullException(nameof(model));
        Options = options ?? throw new ArgumentNullException(nameof(options));
        _modelRatio = modelRatio ?? throw new ArgumentNullException(nameof(modelRatio));
        (_before, _declare) = (before, declare);
        _declared = new Lazy<Declarations>(Declare);
        _rows = new Lazy<IReadOnlyList<TensorScaling>>(() => ModelTensors.Of(_declared.Value.Tensors, options, Computed));
        _families = new Lazy<IReadOnlyList<OptimizerFamily>>(() => OwnFamilies(Tensors));
        _slopes = new Lazy<IReadOnlyList<PredictedSlopes>>(() => SlopesOf(Families[0]));
        _baseline = new Lazy<ModelScaling>(() =>
            options.Baseline ? this : new ModelScaling(model, modelRatio, options with { Baseline = true }, before, declare));
    }

    /// <summary>The class's name.</summary>
    public string Model { get; }

    /// <summary>Richness, gauge and what else the class's attribute says.</summary>
    public ScalingOptions Options { get; }

    /// <summary>The symbols that stand for sizes which the constructor computes, and which are no products of widths.</summary>
    public IReadOnlyList<ComputedRatio> Computed => _declared.Value.Computed;

    /// <summary>A row per tensor; a list's elements share a row, named with <c>*</c>.</summary>
    public IReadOnlyList<TensorScaling> Tensors => _rows.Value;

    /// <summary>The optimizers that the class is meant for: all families, unless its [Exponents] have rates for some alone.</summary>
    public IReadOnlyList<OptimizerFamily> Families => _families.Value;

    /// <summary>
    /// What a coordinate check measures if the theory holds, layer by layer, under the first of <see cref="Families"/>: without
    /// [Exponents] all agree. Not meant for a baseline.
    /// </summary>
    public IReadOnlyList<PredictedSlopes> Slopes => _slopes.Value;

    private List<TensorDeclaration> Declared => _declared.Value.Tensors;

    private FiniteStages Stages => new(Declared);

    private bool HasOutput => Tensors.Any(tensor => tensor.Kind == ParameterKind.Output);

    private bool HasOwnExponents => Tensors.Any(tensor => tensor.Own is not null);

    /// <summary>
    /// The table of the same class in the standard parametrization, which is what <see cref="Parameterize.Baseline"/> builds.
    /// </summary>
    public ModelScaling Baseline => _baseline.Value;

    /// <summary>The table of one instance: this one, or <see cref="Baseline"/> where it was built as that.</summary>
    /// <param name="instance">The instance's numbers; null before it has any.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ModelScaling For(ModelParameterization? instance) => instance is { IsBaseline: true } ? Baseline : this;

    /// <summary>What a coordinate check measures under one family.</summary>
    /// <param name="family">The optimizer.</param>
    /// <param name="richness">r, for a model with [Exponents] whose dial is set at run time.</param>
    public IReadOnlyList<PredictedSlopes> SlopesOf(OptimizerFamily family, double? richness = null)
    {
        _ = family.Known();
        var dial = richness is { } value ? Rational.FromDouble(value) : null;
        var slopes = HasOwnExponents && Propagate(family, dial) is { } propagation
            ? propagation.Readings
                .Where(reading => reading.Layer.Kind != ParameterKind.Vector && ModelChain.Listed(reading.Layer.Name) == reading.Layer.Name)
                .Select(PredictedSlopes.Of)
            : Declared.Select(tensor => PredictedSlopes.Of(ModelChain.LayerOf(tensor.Name), tensor.Kind, Stages.Of(tensor).Count > 0))
                .OfType<PredictedSlopes>();
        return slopes.Select(Options.Settle).ToArray();
    }

    /// <summary>What a coordinate check measures at the widths that it runs over, where several grow by ratios of their own.</summary>
    /// <param name="family">The optimizer.</param>
    /// <param name="richness">r.</param>
    /// <param name="growth">
    /// How each ratio grows over the run, by symbol: x in <c>n^x</c>; one that is left out grows as the run's widths do, one of
    /// <see cref="Computed"/> as it does with n.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such family, or the richness is out of its range.</exception>
    public IReadOnlyList<SlopePrediction> Predict(OptimizerFamily family, double richness, IReadOnlyDictionary<string, double> growth)
    {
        _ = family.Known();
        Richness.Validated(richness, nameof(richness));
        return HasOwnExponents && !Options.Baseline
            ? SlopesOf(family, richness)
                .Select(slopes => new SlopePrediction(slopes.Layer, slopes.AtInit.At(richness), slopes.Change.At(richness))).ToArray()
            : SlopePredictions.Of(Declared, Stages, family, richness, Growth);

        double Growth(Factor factor) => factor.Powers.Sum(power => power.Value.At(richness) * GrowthOf(power.Key));

        double GrowthOf(string symbol)
        {
            if ((growth ?? throw new ArgumentNullException(nameof(growth))).TryGetValue(symbol, out var own))
            {
                return own;
            }

            return Computed.FirstOrDefault(ratio => ratio.Symbol == symbol) is { } computed
                ? computed.Growth.ToDouble() * GrowthOf(_modelRatio)
                : 1;
        }
    }

    /// <summary>
    /// What the theory proves of this class under one family, all widths growing together: its members in the order of declaration as
    /// a chain, a list of hidden layers as two, norms and unscaled members skipped.
    /// </summary>
    /// <param name="family">The optimizer.</param>
    /// <param name="richness">r, for a model whose dial is set at run time; 1/2 if left out.</param>
    /// <returns>Null for a baseline, and where no chain can be told.</returns>
    public SignalPropagation? Propagate(OptimizerFamily family, Rational? richness = null) =>
        !Options.Baseline && ModelChain.Of(Tensors, family, Options.Richness ?? richness ?? Rational.Half, Computed) is { } chain
            ? SignalPropagation.Of(chain)
            : null;

    /// <summary>The verdict on this class in words, family by family; empty where nothing can be proved.</summary>
    public string Verdict()
    {
        if (!HasOutput)
        {
            // What comes back from there decides how everything learns.
            return Propagate(Families[0]) is null
                ? ""
                : "its end is its user's: it has no output layer, so that nothing is proved of the whole";
        }

        if (Options.Richness is null)
        {
            return !HasOwnExponents && Families.All(family => IsSoundAt(family, Rational.Zero) && IsSoundAt(family, Rational.Half))
                ? $"stable, nontrivial, maximal at every richness: {VerdictWords.OfDial(Stages.Names)}"
                : "";
        }

        var words = Families.Select(family => (family, propagation: Propagate(family)))
            .Where(proof => proof.propagation is not null)
            .Select(proof => (proof.family, words: VerdictWords.Of(proof.propagation!, Stages.Names))).ToArray();
        return string.Join("; ", words.GroupBy(proof => proof.words).Select(
            alike => $"{OptimizerFamilies.Names([.. alike.Select(proof => proof.family)])}: {alike.Key}"));

        bool IsSoundAt(OptimizerFamily family, Rational richness) => Propagate(family, richness) is { } propagation
            && propagation.Verdicts.All(verdict => verdict.Holds || verdict.Property == SignalProperty.UsefulUpdate);
    }

    /// <summary>This table with one more tensor.</summary>
    /// <param name="name">TorchSharp's own name, such as <c>_mix.weight</c>; <c>*</c> stands for the index in a list.</param>
    /// <param name="kind">Which fans are widths.</param>
    /// <param name="fanIn">m as a formula, such as <c>n</c>.</param>
    /// <param name="fanOut">q as a formula.</param>
    /// <param name="drawFanIn">The ratio m of the layer whose default draw the tensor comes from, where that draw looks at it.</param>
    /// <param name="multiplier">The attribute's constant in the forward multiplier.</param>
    /// <param name="learningRate">The attribute's constant in the learning rate.</param>
    /// <param name="weightDecay">The attribute's constant in the weight decay.</param>
    /// <param name="zeroInit">Whether the tensor starts at zero.</param>
    /// <param name="inBranch">Whether the tensor is inside a residual branch.</param>
    /// <param name="isFolded">Whether its multiplier has to be 1.</param>
    /// <param name="isTied">Whether it is an embedding that is the readout too, or that readout.</param>
    /// <param name="behind">The stages of fixed size that its layer reads from, as <c>_mean, _logVariance</c>; null for none.</param>
    /// <param name="exponents">
    /// The exponents of [Exponents], as <c>a, b, c of SGD, c of Adam</c> and, if given, <c>c of spectral</c>; null for the rule.
    /// </param>
    /// <param name="read">The ratio of each vector of which a readout sums the products; m if left out.</param>
    /// <exception cref="FormatException">A formula is no product of powers, or the exponents are none.</exception>
    public ModelScaling With(
        string name,
        ParameterKind kind,
        string fanIn = "1",
        string fanOut = "1",
        string drawFanIn = "1",
        double multiplier = 1,
        double learningRate = 1,
        double weightDecay = 1,
        bool zeroInit = false,
        bool inBranch = false,
        bool isFolded = false,
        bool isTied = false,
        string? behind = null,
        string? exponents = null,
        string? read = null)
    {
        var ratios = new TensorRatios(Factor.Parse(_modelRatio), Factor.Parse(fanIn), Factor.Parse(fanOut));
        ratios = read is null ? ratios : ratios with { Read = Factor.Parse(read) };
        var tensor = new TensorDeclaration(name ?? throw new ArgumentNullException(nameof(name)), kind, ratios)
        {
            DrawFanIn = Factor.Parse(drawFanIn),
            Multiplier = multiplier,
            LearningRate = learningRate,
            WeightDecay = weightDecay,
            ZeroInit = zeroInit,
            InBranch = inBranch,
            IsFolded = isFolded,
            IsTied = isTied,
            Behind = behind,
            Exponents = exponents is null ? null : WidthExponents.Parse(exponents),
        };
        return Then(declared => declared.Tensors.Add(tensor));
    }

    /// <summary>This table with a symbol for a size that is no product of widths.</summary>
    /// <param name="symbol">The symbol of its ratio, such as <c>k</c>.</param>
    /// <param name="atBase">The size at base widths.</param>
    /// <param name="expression">The size as the constructor computes it.</param>
    /// <param name="growth">x in <c>n^x</c>: how it grows with all widths together, such as <c>1/2</c>.</param>
    /// <exception cref="FormatException"><paramref name="growth"/> is no fraction.</exception>
    public ModelScaling WithComputed(string symbol, long atBase, string expression, string growth = "1")
    {
        var exponent = Rational.TryParse(growth) ?? throw new FormatException($"'{growth}' is no exponent such as 1/2.");
        return WithComputed([new(symbol, atBase, expression, exponent)]);
    }

    internal ModelScaling WithComputed(IReadOnlyList<ComputedRatio> computed) => Then(declared => declared.Computed.AddRange(computed));

    /// <summary>This table with that of a model that it holds.</summary>
    /// <param name="name">The member; <c>*</c> stands for the index in a list.</param>
    /// <param name="inner">
    /// The inner model's table; null where that is being made and leads here, as for a class that holds another of its own: such a table
    /// ends there.
    /// </param>
    /// <param name="symbols">What the inner symbols are here, as <c>n = nInner, d = n</c>; those left out are the same.</param>
    /// <param name="behind">The stages of fixed size that the inner model reads from, as in <see cref="With"/>.</param>
    public ModelScaling WithNested(string name, ModelScaling? inner, string symbols = "", string? behind = null)
    {
        if (inner is null)
        {
            return this;
        }

        var renamed = (symbols ?? throw new ArgumentNullException(nameof(symbols)))
            .Split([','], StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0].Trim(), pair => Factor.Parse(pair[1].Trim()));
        return Then(declared => AddNested(declared, name, inner, renamed, behind));
    }

    /// <summary>The numbers at given ratios: what an instance's <c>Parameterization</c> holds.</summary>
    /// <param name="ratios">
    /// Each width over its base, by symbol; a symbol that is left out is at its base, one of <see cref="Computed"/> where n has it, but for
    /// rounding.
    /// </param>
    /// <param name="richness">r, for a model whose dial is set at run time.</param>
    /// <param name="gamma">gamma, for a model that takes it at run time.</param>
    /// <exception cref="ArgumentOutOfRangeException">Richness or gamma is out of its range.</exception>
    public ModelParameterization Resolve(IReadOnlyDictionary<string, double> ratios, double richness = 0.5, double gamma = 1)
    {
        if (ratios is null)
        {
            throw new ArgumentNullException(nameof(ratios));
        }

        var r = Options.Richness?.ToDouble() ?? Richness.Validated(richness, nameof(richness));
        var prefactor = Options.Gamma ?? Richness.ValidatedGamma(gamma, nameof(gamma));
        return new ModelParameterization(Model, Options.Gauge, r, prefactor, Ratio(_modelRatio), Tensors.Select(Row))
        {
            IsBaseline = Options.Baseline,
        };

        TensorParameterization Row(TensorScaling tensor) => new(tensor.Name, tensor.Kind, Rule(tensor))
        {
            FanIn = Value(tensor.Declaration.Ratios.FanIn),
            FanOut = Value(tensor.Declaration.Ratios.FanOut),
            Multiplier = Value(tensor.Multiplier),
            InitStd = Value(tensor.InitStd),
            Draw = Value(tensor.Draw),
        };

        ParameterRule Rule(TensorScaling tensor) => new(tensor.Name, tensor.Families.Select(scaling => scaling.Select(Value)));

        double Value(Factor factor) => factor.Evaluate(Ratio, r);

        double Ratio(string symbol)
        {
            if (symbol == ScalingRule.GammaSymbol)
            {
                return prefactor;
            }

            if (ratios.TryGetValue(symbol, out var value))
            {
                return value;
            }

            return Computed.FirstOrDefault(computed => computed.Symbol == symbol) is { } left
                ? Math.Pow(Ratio(_modelRatio), left.Growth.ToDouble())
                : 1;
        }
    }

    private static IReadOnlyList<OptimizerFamily> OwnFamilies(IReadOnlyList<TensorScaling> tensors)
    {
        var own = OptimizerFamilies.All.Where(family => tensors.Any(tensor => tensor.Own?.C(family) is not null)).ToArray();
        return own.Length == 0 ? OptimizerFamilies.All : own;
    }

    private IEnumerable<(OptimizerFamily Family, Rational Richness, SignalVerdict Verdict)> Proofs() =>
        from family in Families
        from richness in Options.Richness is { } dial ? [dial] : new[] { Rational.Zero, Rational.Half }
        from verdict in Propagate(family, richness)?.Verdicts ?? []
        select (family, richness, verdict);
}
