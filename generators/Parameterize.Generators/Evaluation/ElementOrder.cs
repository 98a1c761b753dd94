using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Evaluation;

/// <summary>
/// What is known of the order of elements, where their number is not: those at known places from the front, as far as there are so many;
/// what any other may be; and the last ones, which win where there are too few for both.
/// </summary>
/// <param name="Front">By number from the front.</param>
/// <param name="Rest">What those behind may be; null if there are none.</param>
/// <param name="Back">The last ones, in order.</param>
/// <param name="Least">How many there are at least.</param>
internal sealed record ElementOrder(IReadOnlyList<Value> Front, Value? Rest, IReadOnlyList<Value> Back, int Least)
{
    /// <summary>Most elements that are told apart from the end.</summary>
    public const int MostBack = 8;

    /// <summary>All elements, as one value.</summary>
    public IEnumerable<Value> All => Rest is null ? [.. Front, .. Back] : [.. Front, Rest, .. Back];

    private bool IsExact => Rest is null && Back.Count == 0 && Least == Front.Count;

    public static ElementOrder Of(Sequence sequence) => sequence.Order
        ?? (sequence.Items is { } items ? new([.. items], null, [], items.Count) : new([], sequence.Each, [], 0));

    /// <summary>One behind the other.</summary>
    public ElementOrder Then(ElementOrder other, Doubt meeting)
    {
        if (IsExact)
        {
            return new([.. Front, .. other.Front], other.Rest, other.Back, Least + other.Least);
        }

        if (other.IsExact)
        {
            return other.Front.Count == 0
                ? this
                : new ElementOrder(Front, Rest, [.. Back, .. other.Front], Least + other.Least).Bounded(meeting);
        }

        var folded = Folded(meeting);
        var inside = other.Rest is null ? other.Front : [.. other.Front, other.Rest];
        return folded.With(inside, folded.Least, meeting) with { Back = other.Back, Least = folded.Least + other.Least };
    }

    public ElementOrder Select(Func<Value, int, Value> front, Func<Value, Value> rest, Func<Value, Value> back) =>
        new(Front.Select(front).ToArray(), Rest is null ? null : rest(Rest), Back.Select(back).ToArray(), Least);

    /// <summary>The same without telling the last ones apart.</summary>
    public ElementOrder Folded(Doubt meeting) => With(Back, Least - Back.Count, meeting) with { Back = [] };

    private ElementOrder Bounded(Doubt meeting) => Back.Count <= MostBack ? this : Folded(meeting);

    /// <summary>With more that may stand anywhere from a place on.</summary>
    private ElementOrder With(IReadOnlyList<Value> more, int from, Doubt meeting) => more.Count == 0 ? this : this with
    {
        Front = Front.Select((value, index) => index < from ? value : more.Aggregate(value, (a, b) => a.Or(b, null, meeting))).ToArray(),
        Rest = (Rest is null ? more : [Rest, .. more]).Aggregate((a, b) => a.Or(b, null, meeting)),
    };
}

/// <summary>
/// The elements of a collection in the store: number by number from the front, by negative numbers from the end (-1 is the last one), and
/// what any other may be.
/// </summary>
internal static class ElementSlots
{
    public const string Count = "count";
    public const string Rest = "rest";

    public static bool IsElement(object key) => key is int or Rest;

    public static ElementOrder Read(IReadOnlyDictionary<object, Value> slots, Doubt meeting)
    {
        var front = Run(slots, 0, 1);
        var back = Run(slots, -1, -1);
        back.Reverse();
        var others = slots.Where(slot => slot.Key is Rest || (slot.Key is int index && index >= front.Count))
            .Select(static slot => slot.Value).ToArray();
        return new(front, others.Length == 0 ? null : others.Aggregate((a, b) => a.Or(b, null, meeting)), back, LeastOf(slots));
    }

    public static IEnumerable<KeyValuePair<object, Value>> Written(ElementOrder order) =>
    [
        .. order.Front.Select(static (value, index) => new KeyValuePair<object, Value>(index, value)),
        .. order.Back.Select((value, index) => new KeyValuePair<object, Value>(index - order.Back.Count, value)),
        .. order.Rest is { } rest ? [new KeyValuePair<object, Value>(Rest, rest)] : Array.Empty<KeyValuePair<object, Value>>(),
    ];

    /// <summary>Makes two ways to speak of one collection comparable, key by key, before they are joined.</summary>
    public static void Align(Dictionary<object, Value> a, Dictionary<object, Value> b, Doubt meeting)
    {
        // Of a list that is empty the last ones are no others.
        if (Backs(a) != Backs(b) && !IsEmpty(a) && !IsEmpty(b))
        {
            Fold(a, meeting);
            Fold(b, meeting);
        }

        Fill(a, b);
        Fill(b, a);
    }

    /// <summary>Whether elements are told apart there by place.</summary>
    public static bool Any(Dictionary<object, Value> slots) => slots.Keys.Any(IsElement);

    /// <summary>Forgets which element is where from the end.</summary>
    public static void Fold(Dictionary<object, Value> slots, Doubt meeting)
    {
        var backs = slots.Where(static slot => slot.Key is < 0).ToArray();
        var certain = LeastOf(slots) - backs.Length;
        foreach (var back in backs)
        {
            slots.Remove(back.Key);
            foreach (var place in slots.Keys.Where(key => key is int index && index >= certain).ToArray())
            {
                slots[place] = slots[place].Or(back.Value, null, meeting);
            }

            slots[Rest] = slots.TryGetValue(Rest, out var rest) ? rest.Or(back.Value, null, meeting) : back.Value;
        }
    }

    // Where one knows a place and the other only what any may be, the place may be that too.
    private static void Fill(Dictionary<object, Value> slots, Dictionary<object, Value> other)
    {
        if (slots.TryGetValue(Rest, out var rest))
        {
            foreach (var place in other.Keys.Where(key => key is >= 0 && !slots.ContainsKey(key)).ToArray())
            {
                slots[place] = rest;
            }
        }
    }

    private static List<Value> Run(IReadOnlyDictionary<object, Value> slots, int first, int step)
    {
        var run = new List<Value>();
        for (var key = first; slots.TryGetValue(key, out var value); key += step)
        {
            run.Add(value);
        }

        return run;
    }

    private static int LeastOf(IReadOnlyDictionary<object, Value> slots) =>
        slots.TryGetValue(Count, out var count) && count.Dimension is { IsFinite: true, AtLeast: > 0 and < int.MaxValue and var least }
            ? (int)least
            : 0;

    private static bool IsEmpty(Dictionary<object, Value> slots) =>
        !Any(slots) && slots.TryGetValue(Count, out var count) && count.Dimension is { IsFinite: true, Value: 0 };

    private static int Backs(Dictionary<object, Value> slots) => slots.Keys.Count(static key => key is < 0);
}
