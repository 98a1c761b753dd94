using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Parameterize.TestKit.Tests;

public class IncrementalityTests
{
    [Fact]
    public void Comment_leaves_the_model_unchanged_and_the_output_cached() =>
        Edits.Of(Subjects.Good, Subjects.OneClass).Append("// comment").Expect(outputs: Cached, ("Parse", Unchanged));

    [Fact]
    public void Unedited_sources_are_cached_or_unchanged() =>
        Edits.Of(Subjects.Good, Subjects.OneClass).Expect(outputs: Cached, ("Parse", Cached));

    [Fact]
    public void New_member_modifies_model_and_output() =>
        Edits.Of(Subjects.Good, Subjects.OneClass).Replace("Alpha { }", "Alpha { int _x; }").Expect(outputs: Modified, ("Parse", Modified));

    [Fact]
    public void Edit_to_one_of_two_models_regenerates_that_one()
    {
        var outcome = Edits.Of(Subjects.Good, Subjects.TwoFiles).Replace("Beta { }", "Beta { int _x; }").Run();
        outcome.Only("Beta").Expect(outputs: Modified, ("Parse", Modified));
        outcome.Only("Alpha").Expect(outputs: Cached, ("Parse", Unchanged));
        outcome.ExpectRegenerated("Beta.g.cs");
    }

    [Fact]
    public void Added_file_makes_a_new_output_and_leaves_the_others()
    {
        var outcome = Edits.Of(Subjects.Good, Subjects.OneClass).AddFile("Beta.cs", Subjects.TwoFiles[1].Text).Run();
        outcome.Only("Beta").Expect(outputs: New, ("Parse", New));
        outcome.Only("Alpha").Expect(outputs: Cached, ("Parse", Unchanged));
        outcome.ExpectRegenerated("Beta.g.cs");
    }

    [Fact]
    public void Removed_file_regenerates_nothing() =>
        Edits.Of(Subjects.Good, Subjects.TwoFiles).RemoveFile("Beta.cs").Run().ExpectRegenerated();

    [Fact]
    public void Reference_and_option_are_edits_too() =>
        Edits.Of(Subjects.Good, Subjects.OneClass)
            .SetOption("build_property.X", "1")
            .AddReference(ReferenceAssemblies.Of(typeof(FactAttribute).Assembly))
            .Expect(outputs: Cached, ("Parse", Unchanged));

    [Fact]
    public void Wrong_expectation_fails_with_a_table()
    {
        var failure = Assert.Throws<StepReasonException>(
            () => Edits.Of(Subjects.Good, Subjects.OneClass)
                .Append("// comment")
                .Expect(outputs: Modified, ("Parse", Unchanged), ("Emit", Cached)));
        Assert.Equal(
            """
            The steps ran for other reasons than expected:
              step          expected   actual
              Parse         Unchanged  Unchanged
            > Emit          Cached     (did not run)
            > SourceOutput  Modified   Cached
            """,
            failure.Message);
    }

    [Fact]
    public void Step_that_is_not_listed_fails()
    {
        var failure = Assert.Throws<StepReasonException>(() => Edits.Of(Subjects.Good, Subjects.TwoFiles).Expect(outputs: Cached));
        Assert.Contains("> Parse         (not listed)  2 x Cached", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_that_meets_nothing_fails() =>
        Assert.Throws<StepReasonException>(() => Edits.Of(Subjects.Good, Subjects.OneClass).Run().Only("Gamma").Expect(outputs: Cached));

    [Fact]
    public void Regenerated_sources_are_named()
    {
        var edits = Edits.Of(new(() => new NeverCachedGenerator()), Subjects.TwoFiles).Append("// comment");
        var failure = Assert.Throws<StepReasonException>(() => edits.Run().ExpectRegenerated("Alpha.g.cs"));
        Assert.Contains("regenerated: [Alpha.g.cs, Beta.g.cs]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_that_does_nothing_is_refused() =>
        Assert.Throws<ArgumentException>(() => Edits.Of(Subjects.Good, Subjects.OneClass).Replace("Omega", "Alpha"));
}
