using Microsoft.CodeAnalysis;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Reading;

/// <summary>
/// Gives each size that is computed from widths, and is no product of them, a ratio of its own: a symbol, whose value is read off a tensor
/// at run time. Sizes that are proportional at all widths that are tried share one. What an attribute says of a size at base widths is such
/// a symbol too.
/// </summary>
internal sealed class ComputedSizes
{
    private readonly ReadingContext _context;
    private readonly List<Size> _sizes = [];
    private readonly IReadOnlyList<WidthSpec> _widths;

    private ComputedSizes(ReadingContext context, IReadOnlyList<WidthSpec> widths) => (_context, _widths) = (context, widths);

    /// <summary>The same members, whose computed sizes have ratios, and what these are.</summary>
    public static (IReadOnlyList<(LayerMember Member, Value? Value)> Members, IReadOnlyList<WidthSpec> Computed) Settle(
        ReadingContext context, IReadOnlyList<WidthSpec> widths, IReadOnlyList<(LayerMember Member, Value? Value)> members)
    {
        var sizes = new ComputedSizes(context, widths);
        foreach (var (member, value) in members)
        {
            Visit(member, value, sizes.Note);
        }

        var computed = sizes.Named();
        return (members.Select(built => (built.Member, Visit(built.Member, built.Value, sizes.Settled))).ToArray(), computed);
    }

    /// <summary>The member's value, with what a function makes of each of its sizes.</summary>
    private static Value? Visit(LayerMember member, Value? value, Func<Occurrence, Dimension> function) =>
        value is null || member.Declared == ParameterKind.Finite
            ? value
            : value with
            {
                Calls = value.Calls.Select(call => call with
                {
                    Arguments = call.Arguments.Select((size, index) => IsSize(member, call, index)
                        ? function(new(size, member, SizeNames.ArgumentOf(call, index), SideOf(member, index))) : size).ToArray(),
                }).ToArray(),
                Shape = value.Shape?.Select((size, axis) => function(new(size, member, null, AxisOf(member, axis)))).ToArray(),
            };

    /// <summary>Whether an argument is a layer's size, or a width of a model inside.</summary>
    private static bool IsSize(LayerMember member, FactoryCall call, int index) => member.Shape is { } shape
        ? call.Method.Name == shape.Name && (shape.Attention?.Heads == index
            || shape.Tensors.Any(tensor => tensor.FanOut.Arguments.Contains(index) || tensor.FanIn?.Arguments.Contains(index) == true))
        : call.Method.Parameters.ElementAtOrDefault(index) is { } parameter
            && GrowingParameter.IsSize(parameter);

    private static string? SideOf(LayerMember member, int index)
    {
        if (member.Shape?.Weight is not { } weight)
        {
            return null;
        }

        if (weight.FanOut.Argument == index)
        {
            return "BaseFanOut";
        }

        return weight.FanIn?.Argument == index ? "BaseFanIn" : null;
    }

    private static string? AxisOf(LayerMember member, int axis)
    {
        if (member.Attribute.Argument<int>("FanOut") == axis)
        {
            return "BaseFanOut";
        }

        return member.Attribute.Argument<int>("FanIn") == axis ? "BaseFanIn" : null;
    }

    private Dimension Note(Occurrence found)
    {
        if (Given(found) is { } given && found.Size.AtBase is { } read && given != read)
        {
            _context.Report(
                Descriptors.InvalidConstant,
                _context.ArgumentLocation(found.Member.Attribute!, found.Side!),
                found.Side!,
                Literal.Of(given),
                found.Member.Symbol.Name,
                $"the constructor makes it {Literal.Of(read)} at base widths; leave it out");
        }

        if (found.Size.Ratio is null && Find(found) is null && Of(found) is { } size)
        {
            _sizes.Add(size);
        }

        return found.Size;
    }

    private Size? Find(Occurrence found) => _sizes.FirstOrDefault(size => size.Is(found, Given(found)));

    private static Size? Of(Occurrence found)
    {
        var source = found.Size.Source ?? found.Argument ?? found.Size.Doubt?.Expression;
        var text = source is null ? found.Member.Symbol.Name : SizeNames.Shortened(source);
        var name = SizeNames.Of(found.Argument) ?? SizeNames.Of(found.Size.Source);
        if (SizeGrowth.Of(found.Size.Values).Exponent is { } exponent)
        {
            return new(found.Size.Values, null, (int)found.Size.AtBase!, text, name, exponent);
        }

        return Given(found) is { } given ? new(Samples.Constant(given), found, given, text, name, Rational.One) : null;
    }

    private static int? Given(Occurrence found) =>
        found.Side is { } side && found.Member.Attribute.Argument<int>(side) is > 0 and var given ? given : null;

    private Dimension Settled(Occurrence found)
    {
        if (found.Size.Ratio is not null)
        {
            return found.Size;
        }

        if (Find(found) is { } size)
        {
            return Dimension.Growing(Factor.Of(size.Symbol), Given(found) is { } given ? Samples.Constant(given) : found.Size.Values);
        }

        return found.Size.AtBase is not null && SizeGrowth.Of(found.Size.Values).Fault is { } fault
            && (found.Size.Source ?? found.Argument) is { } source
            ? Dimension.Unclear(new(source, fault), found.Size.Values) with { Source = source }
            : found.Size;
    }

    /// <summary><c>k</c> where there is one; else <c>kHidden</c>, after what the size is called, or <c>k2</c>.</summary>
    private IReadOnlyList<WidthSpec> Named()
    {
        const string letter = "k";
        var (symbols, parameters) = (new HashSet<string>(_widths.Select(width => width.Symbol)),
            new HashSet<string>(_widths.Select(width => width.Parameter)));
        foreach (var size in _sizes)
        {
            size.Symbol = Free(_sizes.Count == 1 || size.Name is null ? letter : letter + MemberNames.Pascal(size.Name), symbols);
        }

        return _sizes.Select(size => new WidthSpec(
            Free(size.Name ?? "size", parameters), size.Symbol, size.AtBase, GrowthAxis.Computed)
        {
            Expression = size.Text,
            Growth = size.Growth,
        }).ToArray();

        static string Free(string name, HashSet<string> taken)
        {
            var free = name;
            for (var number = 2; !taken.Add(free); number++)
            {
                free = name + Literal.Of(number);
            }

            return free;
        }
    }

    /// <summary>A size of a layer.</summary>
    /// <param name="Argument">Where it is given, if it is an argument.</param>
    /// <param name="Side">The attribute's property that speaks of it.</param>
    private sealed record Occurrence(Dimension Size, LayerMember Member, SyntaxNode? Argument, string? Side)
    {
        /// <summary>
        /// Whether both are one number for all that is known: computed in one place from one unknown number, and named alike. Two that are
        /// equal at base widths need not be so at others.
        /// </summary>
        public bool IsWrittenAs(Occurrence other) => ReferenceEquals(Size.Doubt?.Expression, other.Size.Doubt?.Expression)
            && ReferenceEquals(Size.Source, other.Size.Source)
            && Argument?.ToString() == other.Argument?.ToString();
    }

    /// <summary>A size that has a symbol.</summary>
    /// <param name="values">What it is at the widths that are tried; of one that an attribute gives, at base widths alone.</param>
    /// <param name="unknown">Where one stands that an attribute gives.</param>
    private sealed class Size(Samples values, Occurrence? unknown, int atBase, string text, string? name, Rational growth)
    {
        private readonly Samples _ratios = values.Map(value => value / atBase);

        public int AtBase => atBase;

        public string Text => text;

        public string? Name => name;

        public Rational Growth => growth;

        public string Symbol { get; set; } = "";

        public bool Is(Occurrence other, int? given) => other.Size.AtBase is { } ownBase
            ? unknown is null && other.Size.Values.Map(value => value / ownBase).Equals(_ratios)
            : given == atBase && unknown is not null && unknown.IsWrittenAs(other);
    }
}
