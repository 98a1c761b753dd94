using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Reading;

/// <summary>
/// A list of layers, or of models, of one class, whose kinds differ by place: those at the front, those at the end, and between them any
/// number that are alike. Each place has rows of its own.
/// </summary>
internal static class PlaceReader
{
    /// <summary>The list, place by place; null where all layers are alike, or their order is not known.</summary>
    /// <param name="signature">How what the calls make grows.</param>
    public static IReadOnlyList<(LayerMember Member, Value? Value)>? Expand(
        LayerMember member, Holding holding, Func<IReadOnlyList<FactoryCall>, string> signature)
    {
        if (holding is not { Calls.Count: 0, Inside: { } inside } || AreAlike(inside.All, signature))
        {
            return null;
        }

        var (front, rest, back) = inside.IsExact ? Parted(inside.Front, signature) : Shortened(inside, signature);
        return
        [
            .. front.Select(At),
            .. rest is null ? [] : new[] { At(rest) },
            .. back.Select(At),
        ];

        (LayerMember, Value?) At(Content content) => (member with { Place = content.Name }, content.Value);
    }

    private static bool AreAlike(IEnumerable<Content> contents, Func<IReadOnlyList<FactoryCall>, string> signature) =>
        contents.Select(content => signature(content.Value.Calls)).Distinct().Take(2).Count() < 2;

    /// <summary>A list of known length: around the longest run of layers that are alike.</summary>
    private static (IReadOnlyList<Content> Front, Content? Middle, IReadOnlyList<Content> Back) Parted(
        IReadOnlyList<Content> all, Func<IReadOnlyList<FactoryCall>, string> signature)
    {
        var signatures = all.Select(content => signature(content.Value.Calls)).ToArray();
        var (start, length) = (0, 0);
        for (var from = 0; from < all.Count; from++)
        {
            var run = signatures.Skip(from).TakeWhile(signature => signature == signatures[from]).Count();
            (start, length) = run > length ? (from, run) : (start, length);
        }

        if (length < 2)
        {
            return (all, null, []);
        }

        var middle = all.Skip(start).Take(length).SelectMany(content => content.Value.Calls).ToArray();
        return (
            all.Take(start).ToArray(),
            new Content("*", all[start].Value with { Calls = middle }),
            all.Skip(start + length)
                .Select((content, index) => content with { Name = "^" + Literal.Of(all.Count - start - length - index) }).ToArray());
    }

    /// <summary>A list of unknown length, without places that are as those between them anyway.</summary>
    private static (IReadOnlyList<Content> Front, Content? Middle, IReadOnlyList<Content> Back) Shortened(
        Contents contents, Func<IReadOnlyList<FactoryCall>, string> signature)
    {
        if (contents.Rest is not { } rest)
        {
            return (contents.Front, null, contents.Back);
        }

        var ofRest = signature(rest.Value.Calls);
        var front = contents.Front.Reverse().SkipWhile(IsAsRest).Reverse().ToArray();

        // Where there may be too few for all in front, the last ones have to be told apart from those.
        var back = contents.IsFrontSure || front.Length == 0 ? contents.Back.SkipWhile(IsAsRest).ToArray() : [.. contents.Back];
        var among = contents.Front.Skip(front.Length)
            .Concat(contents.Back.Take(contents.Back.Count - back.Length))
            .SelectMany(content => content.Value.Calls);
        return (front, rest with { Value = rest.Value with { Calls = [.. rest.Value.Calls, .. among] } }, back);

        bool IsAsRest(Content content) => signature(content.Value.Calls) == ofRest;
    }

    /// <summary>How all tensors of the layers grow.</summary>
    public static string Signature(IReadOnlyList<FactoryCall> calls, LayerShape shape) => string.Join(";", shape.Tensors
        .SelectMany(static tensor => new[] { tensor.FanIn, tensor.FanOut }.OfType<Fan>())
        .Select(fan => FanReader.Agreed(calls, fan)?.ToString() ?? Computed(calls, fan)));

    /// <summary>How the widths of models grow.</summary>
    public static string OfModels(IReadOnlyList<FactoryCall> calls) => string.Join(";", calls
        .Select(static call => string.Join(",", call.Method.Parameters
            .Where(GrowingParameter.IsSize)
            .Select(parameter => (parameter.Name, call.Dimension(parameter.Ordinal).Ratio))
            .Concat(call.Options.Select(static option => (Name: option.Key, option.Value.Ratio)))
            .Select(static width => $"{width.Name} {width.Ratio?.ToString() ?? "?"}")))
        .Distinct());

    /// <summary>A size that is no product of widths: alike where it is one number at base widths and at others.</summary>
    private static string Computed(IReadOnlyList<FactoryCall> calls, Fan fan) =>
        "?"
            + string.Join(
                "|",
                calls.Select(call => fan.Of(call).Values)
                    .Distinct()
                    .Select(values => string.Join(" ", Enumerable.Range(0, Probes.Multiples.Count).Select(probe => values[probe]))));
}
