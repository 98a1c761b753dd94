using Microsoft.CodeAnalysis;

namespace Parameterize.TestKit.Incrementality;

/// <summary>The run after an edit, beside the one before it.</summary>
public sealed class EditOutcome
{
    private readonly string? _model;

    internal EditOutcome(GeneratorOutcome before, GeneratorOutcome after, string? model = null) =>
        (Before, After, _model) = (before, after, model);

    /// <summary>The run before the edit.</summary>
    public GeneratorOutcome Before { get; }

    /// <summary>The run after it.</summary>
    public GeneratorOutcome After { get; }

    /// <summary>
    /// Looks only at executions whose value mentions the text: a model whose <c>ToString</c> (a record prints its properties) contains it,
    /// or an output with a hint name that contains it. For tests with several models of which one is edited.
    /// </summary>
    public EditOutcome Only(string model) => new(Before, After, model);

    /// <summary>Asserts the reason of every execution of every tracked step, and of every output.</summary>
    public EditOutcome Expect(IncrementalStepRunReason outputs, params (string Step, IncrementalStepRunReason Reason)[] steps)
    {
        var expected = steps.ToDictionary(s => s.Step, s => s.Reason, StringComparer.Ordinal);
        var tracked = TrackedSteps.Of(After);
        var stepRows = tracked.Select(step => new StepRow(step.Key, Expected(expected, step.Key), Reasons(step.Value)))
            .Concat(expected.Keys.Except(tracked.Keys, StringComparer.Ordinal).Select(name => new StepRow(name, expected[name], [])))
            .ToArray();
        var outputRows = TrackedSteps.OutputsOf(After).Select(output => new StepRow(output.Key, outputs, Reasons(output.Value))).ToArray();

        // With a filter, a step before the fan-out into models mentions none, and of several kinds of output one does.
        var filtered = _model is not null;
        var holds = stepRows.All(row => row.Holds(mayBeEmpty: filtered && row.Expected is null))
            && outputRows.All(row => row.Holds(mayBeEmpty: filtered))
            && outputRows.Any(row => !row.Actual.IsEmpty);
        return holds ? this : throw new StepReasonException(StepRow.Table([.. stepRows, .. outputRows], _model));
    }

    /// <summary>
    /// Asserts which sources were made anew (hint names, in any order), and thereby that all others were not. A source counts when its
    /// output ran, whether or not its text differs; one that disappeared does not.
    /// </summary>
    public EditOutcome ExpectRegenerated(params string[] hintNames)
    {
        var actual = TrackedSteps.OutputsOf(After).Values.SelectMany(runs => runs).SelectMany(run => run.Outputs)
            .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
            .SelectMany(output => OutputValue.HintNames(output.Value))
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (!actual.SequenceEqual(hintNames.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            throw new StepReasonException($"Expected: [{string.Join(", ", hintNames)}]\nregenerated: [{string.Join(", ", actual)}]");
        return this;
    }

    private static IncrementalStepRunReason? Expected(Dictionary<string, IncrementalStepRunReason> expected, string step) =>
        expected.TryGetValue(step, out var reason) ? reason : null;

    private ImmutableArray<IncrementalStepRunReason> Reasons(ImmutableArray<IncrementalGeneratorRunStep> runs) =>
        [.. runs.SelectMany(run => run.Outputs).Where(o => _model is null || OutputValue.Mentions(o.Value, _model)).Select(o => o.Reason)];
}
