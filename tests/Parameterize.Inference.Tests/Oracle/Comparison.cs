namespace Parameterize.Inference.Tests.Oracle;

/// <summary>Holds the table of a model at several widths against its real shapes there.</summary>
internal static class Comparison
{
    public const long BaseWidth = 8;

    /// <summary>Multiples of the base, so that a number which is rounded shows it.</summary>
    public static readonly long[] Widths = [BaseWidth, 16, 24, 32];

    public static Verdict Judge(ModelText model, Func<long, ModelAtWidth> build)
    {
        var atWidths = new List<ModelAtWidth>();
        foreach (var width in Widths)
        {
            try
            {
                atWidths.Add(build(width));
            }
#pragma warning disable CA1031 // Whatever it throws is its verdict.
            catch (Exception e)
#pragma warning restore CA1031
            {
                var thrown = e.GetBaseException();
                return new(
                    model, IsRefusal(thrown) ? Outcome.Refused : Outcome.Wrong,
                    FormattableString.Invariant($"throws at width {width}: {thrown.GetType().Name}: {thrown.Message}"));
            }
        }

        var kinds = Kinds(atWidths);
        var wrong = atWidths.SelectMany(at => Contradictions(at, atWidths[0], kinds))
            .DistinctBy(found => found.Tensor)
            .Select(found => found.Text).ToArray();
        return new(model, wrong.Length == 0 ? Outcome.Right : Outcome.Wrong, string.Join("\n", wrong)) { Kinds = kinds };
    }

    /// <summary>Whether the constructor says that it is not what was taken to be so when the class was read.</summary>
    private static bool IsRefusal(Exception thrown) => thrown is InvalidOperationException
        && (thrown.Message.Contains("how it scales was read for", StringComparison.Ordinal)
            || thrown.Message.Contains("scales as if it were", StringComparison.Ordinal));

    /// <summary>The kind of each tensor at base, by which of its fans is not the same at all widths.</summary>
    private static Dictionary<string, ParameterKind> Kinds(IReadOnlyList<ModelAtWidth> atWidths)
    {
        return atWidths[0].Shapes.ToDictionary(
            named => named.Key,
            named => KindOf(named.Value.IsVector, Varies(named.Key, extent => extent.FanIn), Varies(named.Key, extent => extent.FanOut)));

        bool Varies(string name, Func<Extent, double> fan) =>
            atWidths.Select(at => at.Shapes.GetValueOrDefault(name)).OfType<Extent>().Select(fan).Distinct().Count() > 1;
    }

    private static ParameterKind KindOf(bool isVector, bool fanInGrows, bool fanOutGrows) => (isVector, fanInGrows, fanOutGrows) switch
    {
        (true, _, true) => ParameterKind.Vector,
        (true, _, false) or (false, false, false) => ParameterKind.Finite,
        (false, false, true) => ParameterKind.Input,
        (false, true, true) => ParameterKind.Hidden,
        (false, true, false) => ParameterKind.Output,
    };

    private static IEnumerable<(string Tensor, string Text)> Contradictions(
        ModelAtWidth at, ModelAtWidth atBase, IReadOnlyDictionary<string, ParameterKind> kinds)
    {
        var rows = at.Rows.ToLookup(row => row.Name);
        foreach (var (name, extent) in at.Shapes)
        {
            if (rows[name].Count() != 1)
                yield return (name, FormattableString.Invariant($"{name} at width {at.Width}: {rows[name].Count()} rows in the table"));
            else if (!atBase.Shapes.TryGetValue(name, out var before))
                yield return (name, FormattableString.Invariant($"{name} at width {at.Width}: not there at base"));
            else if (Contradiction(
                rows[name].Single(), kinds[name], extent.FanIn / before.FanIn, extent.FanOut / before.FanOut) is { } found)
                yield return (name,
                    FormattableString.Invariant($"{name} at width {at.Width}: shape {extent.Shape} (base {before.Shape}), {found}"));
        }

        foreach (var row in at.Rows.Where(row => !at.Shapes.ContainsKey(row.Name)))
            yield return (row.Name, FormattableString.Invariant($"{row.Name} at width {at.Width}: a row, but no tensor"));
    }

    private static string? Contradiction(TensorParameterization row, ParameterKind kind, double m, double q) =>
        row.Kind == kind && Agrees(row.FanIn, m) && Agrees(row.FanOut, q)
            ? null
            : FormattableString.Invariant(
                $"so {kind} m={m:0.###} q={q:0.###}; table says {row.Kind} m={row.FanIn:0.###} q={row.FanOut:0.###}");

    private static bool Agrees(double claim, double real) => Math.Abs(claim - real) <= 1e-9 * real;
}
