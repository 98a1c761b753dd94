using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>
/// Decides which classes to annotate and which of their sizes are widths: those of the chosen ones, and of the models inside as far as
/// widths reach.
/// </summary>
/// <param name="compilation">The project.</param>
/// <param name="wantedBase">The base width of the first width of each model; null for its default.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class WidthPlan(Compilation compilation, int? wantedBase, CancellationToken cancellation)
{
    /// <summary>Names of what stays as it is where all around it widens: a code in the middle, or what data have.</summary>
    private static readonly Regex Fixed = new(
        "^n?z$|^rank$|latent|bottleneck|z_?dim|image|img|pixel|vocab|class|label|action|observation|^obs",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex HeadCount = new(
        "^(n|num|number_?of)?_?(attention|attn)?_?heads?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>A number of heads without a default.</summary>
    private const int UsualHeads = 4;

    private readonly SizeReading _reading = new(compilation, cancellation);
    private readonly Dictionary<INamedTypeSymbol, HashSet<LayerSize>> _widths = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<LayerSize, int> _bases = [];
    private readonly HashSet<LayerSize> _heads = [];
    private readonly List<INamedTypeSymbol> _order = [];
    private readonly List<Remark> _remarks = [];

    // The default of the width that has the wanted base, by which the other defaults are divided alike.
    private int? _unit;

    /// <summary>The plan for these classes, of which those that another one builds are read as it builds them.</summary>
    public AnnotationPlan Of(IReadOnlyList<INamedTypeSymbol> chosen)
    {
        var uses = new SizeUses(_reading);
        var built = new HashSet<INamedTypeSymbol>(chosen.SelectMany(Inside), SymbolEqualityComparer.Default);
        var left = new Dictionary<INamedTypeSymbol, INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var type in chosen.Where(type => !built.Contains(type)).Concat(chosen.Where(built.Contains)))
        {
            if (_widths.ContainsKey(type))
            {
                continue;
            }

            if (left.TryGetValue(type, out var outer))
            {
                _remarks.Add(
                    new Remark(
                        type.Locations[0],
                        $"'{type.Name}' is left as it is, since '{outer.Name}', which builds it, has no width") { IsNote = true });
                continue;
            }

            // A model inside that no width reaches is one of its own.
            var widths = OwnWidths(uses, type, isInside: built.Contains(type));
            if (widths.Count == 0 && !built.Contains(type))
            {
                Leave(type, type);
            }

            _unit = null;
            Reach(type, widths);
        }

        return new AnnotationPlan([.. _order.Where(type => _widths[type].Count > 0).Select(Planned)], _remarks);

        void Leave(INamedTypeSymbol outer, INamedTypeSymbol type)
        {
            foreach (var inner in Inside(type).Where(inner => !left.ContainsKey(inner)).ToArray())
            {
                left.Add(inner, outer);
                Leave(outer, inner);
            }
        }
    }

    private IReadOnlyCollection<LayerSize> OwnWidths(SizeUses uses, INamedTypeSymbol type, bool isInside)
    {
        var sizes = LayerSize.Of(type).Where(size => uses.IsUsed(type, size)).ToArray();
        var widths = sizes.Where(size => uses.IsWidth(type, size)).ToArray();
        var factors = widths.Where(size => uses.IsFactor(type, size, sizes)).ToArray();
        var rest = widths.Except(factors).ToArray();
        var named = rest.Length > 1 ? rest.Where(size => Fixed.IsMatch(size.Name)).ToArray() : [];
        var ofData = rest.Except(named).Where(size => uses.IsOfData(type, size)).ToArray() is var several
            && several.Length < rest.Length - named.Length ? several : [];
        var found = rest.Except(named).Except(ofData).ToArray();
        if (found.Length == 0)
        {
            found = sizes.Where(size => uses.IsOfTable(type, size)).ToArray();
        }

        foreach (var size in named.Where(_ => found.Length > 0))
        {
            Remark(size, $"'{size.Name}' is taken to stay as it is, by its name; mark it [Width] if it grows with the model", isNote: true);
        }

        foreach (var size in ofData)
        {
            Remark(
                size,
                $"'{size.Name}' is taken to stay as it is, since all that has it takes it first and makes it last; mark it [Width] if it "
                    + $"grows with the model", isNote: true);
        }

        foreach (var (array, example) in ArraySizes.In(type, _reading, compilation, cancellation))
        {
            _remarks.Add(
                new Remark(
                    array.Locations[0],
                    $"'{example}' sizes a layer and is taken to stay as it is: give a size that grows with the model a parameter of its "
                        + $"own, and mark that [Width]") { IsNote = true });
        }

        foreach (var size in sizes.Except(found)
            .Except(named)
            .Except(ofData)
            .Where(size => !Fixed.IsMatch(size.Name) && uses.IsOfTable(type, size)))
        {
            Remark(
                size,
                $"'{size.Name}' is taken to stay as it is, since no layer behind takes as many features; mark it [Width] if it grows "
                    + $"with the model", isNote: true);
        }

        foreach (var factor in factors.Where(factor => factors.Length > 1 && !found.Contains(factor)))
        {
            Remark(
                factor,
                $"layers of '{type.Name}' are as wide as '{factor.Name}' times another size: mark the one that grows with the model "
                    + $"[Width], or [HeadWidth] if it is the width of attention heads");
        }

        if (found.Length == 0 && !isInside)
        {
            var what = sizes.Length == 0
                ? "no parameter of its constructor sizes a layer"
                : $"none of {string.Join(", ", sizes.Select(size => $"'{size.Name}'"))} is the size of what one layer makes and another "
                    + $"takes";
            var fields = LayerSize.FieldsOf(type).ToArray();
            var advice = fields.Length == 0 ? "Make the sizes inside depend on a constructor parameter, and mark that [Width]"
                : $"No attribute can mark a field: make those "
                    + $"of {string.Join(", ", fields.Select(field => $"'{field.ContainingType.Name}.{field.Name}'"))} that size layers "
                    + $"properties";
            _remarks.Add(new Remark(type.Locations[0], $"'{type.Name}' has no width: {what}. {advice}"));
        }

        return found.Length == 0 ? found : [.. found, .. Heads(uses, type)];

        void Remark(LayerSize size, string text, bool isNote = false) =>
            _remarks.Add(new Remark(size.Symbols[0].Locations[0], text) { IsNote = isNote });
    }

    /// <summary>
    /// The numbers of heads: where a model widens they become more, since the logits of heads that widen grow in training. Of an attention
    /// that is written out only their name says what they are.
    /// </summary>
    private IEnumerable<LayerSize> Heads(SizeUses uses, INamedTypeSymbol type)
    {
        var heads = LayerSize.Of(type)
            .Where(size =>
                uses.IsHeads(type, size)
                    || (HeadCount.IsMatch(size.Name) && !uses.IsMade(type, size) && AttentionCode.IsIn(type, Inside, cancellation)))
            .ToArray();
        _heads.UnionWith(heads);
        foreach (var size in heads.Where(size => size.Default is null))
        {
            _bases[size] = UsualHeads;
            _remarks.Add(
                new Remark(
                    size.Symbols[0].Locations[0],
                    $"'{size.Name}' is taken to grow with the width, from {Literal.Of(UsualHeads)} at base width: give the number of "
                        + $"heads there as its Base") { IsNote = true });
        }

        return heads;
    }

    /// <summary>Adds widths to a class, and what they reach in the models inside.</summary>
    private void Reach(INamedTypeSymbol type, IReadOnlyCollection<LayerSize> widths)
    {
        if (!_widths.TryGetValue(type, out var known))
        {
            _widths.Add(type, known = []);
            _order.Add(type);
        }

        var before = known.Count;
        known.UnionWith(widths);
        if (known.Count == before)
        {
            return;
        }

        foreach (var width in widths)
        {
            _bases[width] = _bases.TryGetValue(width, out var given) ? given : AtBase(width) ?? BaseOf(type);
        }

        foreach (var call in _reading.Calls(type, Growing(type)))
        {
            if (SizeReading.ModelOf(call) is { } model)
            {
                var reached = SizeReading.Handed(call, model).Where(pair => !pair.Given.IsFinite).ToArray();
                foreach (var (size, given) in reached.Where(pair => !_bases.ContainsKey(pair.Size)))
                {
                    _heads.UnionWith(_heads.Any(head => head.Name == size.Name) || HeadCount.IsMatch(size.Name) ? [size] : []);
                    _bases[size] = given.AtBase is > 0 and <= int.MaxValue and var atBase ? (int)atBase : BaseOf(type);
                }

                Reach(
                    model,
                    [.. reached.Select(pair => pair.Size), .. LayerSize.Of(model).Where(size => size.IsProperty && known.Contains(size))]);
            }
        }
    }

    private Dictionary<LayerSize, (string Symbol, int Base)> Growing(INamedTypeSymbol type) => _widths[type]
        .Select((size, index) => (size, index))
        .ToDictionary(pair => pair.size, pair => ("s" + Literal.Of(pair.index), _bases[pair.size]));

    /// <summary>The first width with a default says the base.</summary>
    private int BaseOf(INamedTypeSymbol type) => LayerSize.Of(type)
        .Where(size => _widths[type].Contains(size) && !_heads.Contains(size))
        .Select(size => _bases.TryGetValue(size, out var known) ? known : AtBase(size))
        .FirstOrDefault(known => known is not null) ?? wantedBase ?? SizeReading.UsualBase;

    /// <summary>A size at base widths: its default, or as much less as the wanted base is less than the default of the first one.</summary>
    private int? AtBase(LayerSize size)
    {
        if (wantedBase is not { } wanted || size.Default is not { } usual)
        {
            return size.Default;
        }

        _unit ??= usual;
        if ((long)usual * wanted % _unit.Value != 0)
        {
            _remarks.Add(new Remark(
                size.Symbols[0].Locations[0],
                $"'{size.Name}' is {Literal.Of(usual)} where the first width is {Literal.Of(_unit.Value)}, and would be no whole number "
                    + $"at base width {Literal.Of(wanted)}: "
                    + "choose another --base, or give it a Base of its own"));
        }

        return (int)Math.Max(1, (long)usual * wanted / _unit.Value);
    }

    private PlannedModel Planned(INamedTypeSymbol type) =>
        new(type, BaseOf(type), _widths[type].ToDictionary(size => size, size => _bases[size]));

    /// <summary>The plain modules that a class's constructors make.</summary>
    private IEnumerable<INamedTypeSymbol> Inside(INamedTypeSymbol type) =>
        _reading.Calls(type, new Dictionary<LayerSize, (string, int)>()).Select(SizeReading.ModelOf).OfType<INamedTypeSymbol>();
}
