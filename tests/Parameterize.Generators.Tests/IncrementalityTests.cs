using System.Globalization;
using Microsoft.CodeAnalysis;
using Parameterize.Generators.Infrastructure;
using Xunit.Abstractions;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Parameterize.Generators.Tests;

/// <summary>What an edit recomputes, with a hundred models in one compilation: as in an editor, at each keystroke.</summary>
public class IncrementalityTests(ITestOutputHelper output)
{
    private const int Count = 100;
    private const string Edited = "Model042";
    private const string EditedFile = Edited + ".cs";

    private static readonly string[] Steps =
    [
        TrackingNames.Parse, TrackingNames.Models, TrackingNames.Complete, TrackingNames.Linked, TrackingNames.Declarations,
        TrackingNames.AnyModel,
    ];

    private static readonly (string Step, IncrementalStepRunReason Reason)[] Untouched =
    [
        (TrackingNames.Parse, Unchanged), (TrackingNames.Models, Cached), (TrackingNames.Complete, Cached), (TrackingNames.Linked, Cached),
        (TrackingNames.Declarations, Cached), (TrackingNames.AnyModel, Cached),
    ];

    private static readonly SourceFile[] Files =
    [
        .. Enumerable.Range(0, Count).Select(index => Name(index)).Select(name =>
            new SourceFile(Subjects.Usings + Sources.MlpCalled(name, "Richness = 0.25, BaseWidth = 64"), name + ".cs")),
        new("public static class Unrelated { public static int Sum(int a, int b) => a + b; }", "Unrelated.cs"),
    ];

    // One first run for all tests: the edits are persistent.
    private static readonly Edits Unedited = Edits.Of(Subjects.Generator, Files);

    [Fact]
    public void Comment_in_an_unrelated_file() => AssertNothingChanged(Unedited.Append("// a comment", "Unrelated.cs"));

    [Fact]
    public void Statement_in_an_unrelated_file() => AssertNothingChanged(Unedited.Replace("a + b", "a - b", "Unrelated.cs"));

    [Fact]
    public void Comment_in_a_model() => AssertNothingChanged(Unedited.Append("// a comment", EditedFile));

    [Fact]
    public void Statement_in_a_forward() =>
        AssertNothingChanged(Unedited.Replace("Readout(Mix(Embed(x)))", "Readout(functional.relu(Mix(Embed(x))))", EditedFile));

    [Fact]
    public void Unrelated_file_added() => AssertNothingChanged(Unedited.AddFile("New.cs", "public static class New;"));

    [Fact]
    public void Member_without_tensors_added() =>
        AssertNothingChanged(Unedited.Replace("public override", "private int _calls;\n\n    public override", EditedFile));

    [Fact]
    public void Attribute_of_a_model() => AssertOneRegenerated(Unedited.Replace("Richness = 0.25", "Richness = 0.5", EditedFile));

    [Fact]
    public void Constructor_of_a_model() =>
        AssertOneRegenerated(Unedited.Replace("Linear(3, width)", "Linear(3, width, hasBias: false)", EditedFile));

    [Fact]
    public void Model_added()
    {
        var run = Unedited.AddFile("Model100.cs", Files[0].Text.Replace("Model000", "Model100", StringComparison.Ordinal)).Run();
        run.Only("Model100").Expect(
            New, (TrackingNames.Parse, New), (TrackingNames.Models, New), (TrackingNames.Linked, New), (TrackingNames.Declarations, New));
        run.Only("Model000").Expect(
            Cached, (TrackingNames.Parse, Unchanged), (TrackingNames.Models, Cached), (TrackingNames.Linked, Unchanged),
            (TrackingNames.Declarations, Cached));
        run.ExpectRegenerated("Model100.g.cs", "Model100.Optimizers.g.cs");
    }

    [Fact]
    public void Model_removed_takes_its_files_and_no_other()
    {
        // Roslyn compares the trees after a removed one by position, so they are read and written again, to the same text.
        var run = Unedited.RemoveFile(EditedFile).Run();
        var (before, after) = (run.Before.Sources.Select(file => file.Key), run.After.Sources.Select(file => file.Key));
        Assert.Equal([Edited + Subjects.Optimizers, Edited + ".g.cs"], before.Except(after).Order(StringComparer.Ordinal));
        Assert.All(run.After.Sources, file => Assert.Equal(run.Before.Source(file.Key), file.Single()));
    }

    [Fact]
    public void Option_of_the_assembly_regenerates_the_models_that_do_not_give_it_themselves()
    {
        var run = Unedited.AddFile("Defaults.cs", "[assembly: Parameterize.ParameterizeDefaults(Richness = 0.1)]").Run();
        run.Expect(Cached, Untouched);

        Unedited.AddFile("Defaults.cs", "[assembly: Parameterize.ParameterizeDefaults(Gauge = Parameterize.Gauge.LearningRate)]")
            .Run()
            .ExpectRegenerated([.. Enumerable.Range(0, Count).Select(index => Name(index) + ".g.cs")]);
    }

    [Fact]
    public void Parse_time_per_model()
    {
        var run = Unedited.Append("// again", "Unrelated.cs").Run();
        foreach (var (when, outcome) in new[] { ("first run", run.Before), ("after an edit elsewhere", run.After) })
        {
            var steps = TrackedSteps.Of(outcome)[TrackingNames.Parse];
            var milliseconds = steps.Select(step => step.ElapsedTime.TotalMilliseconds).Order().ToArray();
            Assert.Equal(Count, milliseconds.Length);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{when}: median {milliseconds[Count / 2]:F3} ms, 95 % {milliseconds[Count * 95 / 100]:F3} ms"));
        }
    }

    [Fact]
    public void All_steps_are_named() => Assert.Equal(Steps.Order(StringComparer.Ordinal), TrackedSteps.Of(Unedited.Run().Before).Keys);

    private static void AssertNothingChanged(Edits edits)
    {
        var run = edits.Run();
        run.Expect(Cached, Untouched);
        run.ExpectRegenerated();
    }

    private static void AssertOneRegenerated(Edits edits)
    {
        var run = edits.Run();
        run.ExpectRegenerated(Edited + ".g.cs");
        AssertReasons(run, TrackingNames.Parse, Modified, Unchanged);
        AssertReasons(run, TrackingNames.Models, Modified, Cached);
        AssertReasons(run, TrackingNames.Linked, Modified, Cached);
        AssertReasons(run, TrackingNames.Declarations, Unchanged, Cached);
    }

    private static void AssertReasons(EditOutcome run, string step, IncrementalStepRunReason edited, IncrementalStepRunReason others)
    {
        var reasons = TrackedSteps.Of(run.After)[step].SelectMany(execution => execution.Outputs).Select(output => output.Reason).ToArray();
        Assert.Equal([edited, .. Enumerable.Repeat(others, Count - 1)], reasons.OrderByDescending(reason => reason == edited));
    }

    private static string Name(int index) => "Model" + index.ToString("D3", CultureInfo.InvariantCulture);
}
