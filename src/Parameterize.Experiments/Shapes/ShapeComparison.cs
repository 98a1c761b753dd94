namespace Parameterize.Experiments.Shapes;

/// <summary>Compares a model's tables at several widths with its shapes there: each width with the smallest that has the tensor.</summary>
internal static class ShapeComparison
{
    public static ShapeCheckResult Of(IReadOnlyList<BuiltShapes> models)
    {
        return new ShapeCheckResult(
            models[0].Table.Model,
            [.. models.Select(model => model.Width)],
            [.. models.SelectMany(model => model.Table.Tensors).Select(row => row.Name).Distinct().Select(Verdict),
                .. models.SelectMany(WithoutRow).DistinctBy(verdict => verdict.Tensor)]);

        // The first width that contradicts; where none does, the largest. A layer that is there at some widths alone is compared at these.
        ShapeVerdict Verdict(string tensor)
        {
            var having = models.SkipWhile(model => model.Table.Tensors.All(other => other.Name != tensor)).ToArray();
            var (smallest, row) = (having[0], having[0].Table.Tensors.First(other => other.Name == tensor));
            var verdicts = having.Skip(1).Select(larger => Compare(row, smallest, larger)).OfType<ShapeVerdict>().ToArray();
            return verdicts.FirstOrDefault(verdict => verdict.Outcome == ShapeOutcome.Fail)
                ?? verdicts.LastOrDefault()
                ?? new ShapeVerdict(row.Name, row.Kind, new ShapeGrowth(1, 1), Measured: null, ShapeOutcome.Unclaimed);
        }
    }

    private static IEnumerable<ShapeVerdict> WithoutRow(BuiltShapes model) => model.Shapes.Keys
        .Except(model.Table.Tensors.Select(row => row.Name))
        .Select(name => new ShapeVerdict(
            name, ParameterKind.Finite, new ShapeGrowth(1, 1), Measured: null, ShapeOutcome.Fail,
            $"`{name}` has no row in the table: register it before InitializeParameters."));

    /// <summary>Null for a tensor of one of the models alone, as where they differ in depth.</summary>
    private static ShapeVerdict? Compare(TensorParameterization row, BuiltShapes smaller, BuiltShapes larger)
    {
        if (larger.Table.Tensors.FirstOrDefault(other => other.Name == row.Name) is not { } wide)
        {
            return null;
        }

        var claimed = new ShapeGrowth(wide.FanIn / row.FanIn, wide.FanOut / row.FanOut);
        if (smaller.IsBaseline || row.Shape is { IsOpen: true, Axes.Count: 0 })
        {
            return new ShapeVerdict(row.Name, row.Kind, claimed, Measured: null, ShapeOutcome.Unclaimed);
        }

        return smaller.Shapes.TryGetValue(row.Name, out var from) && larger.Shapes.TryGetValue(row.Name, out var to)
            ? new RowComparison(row, claimed, from, to).Verdict(smaller.Width, larger.Width)
            : new ShapeVerdict(
                row.Name, row.Kind, claimed, Measured: null, ShapeOutcome.Fail,
                $"`{row.Name}` has a row in the table, and the model has no such tensor.");
    }
}
