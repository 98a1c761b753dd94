using System.Text.RegularExpressions;
using Parameterize.Experiments;
using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>A check measured after each step, beside the standard parametrization, and what is drawn of it.</summary>
[Collection("torch")]
public sealed class CoordinatePlotTests
{
    [Fact]
    public void Each_step_is_what_a_run_of_so_many_steps_ends_with()
    {
        var course = Check(3).EachStep().Run().Course;
        Assert.Equal([0, 1, 2, 3], course.Select(step => step.Step));
        foreach (var steps in new[] { 1, 2, 3 })
        {
            var alone = Check(steps).Run();
            Assert.Equal([0, steps], alone.Course.Select(step => step.Step));
            Assert.Equal(Values(alone.Course[^1]), Values(course[steps]));
            Assert.Equal(Values(alone.Course[0]), Values(course[0]));
        }
    }

    [Fact]
    public void A_check_that_goes_on_where_it_was_has_the_same_steps()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var straight = Check(2).EachStep().Standard(Plain, PlainAdam).Run();
            foreach (var _ in new[] { "run", "read" })
            {
                using var store = ResultStore.Open(Path.Combine(folder.FullName, "trials.jsonl"));
                var kept = Check(2).EachStep().Standard(Plain, PlainAdam).Run(store, "dial");
                Assert.Equal(straight.Course.Select(Values), kept.Course.Select(Values));
                Assert.Equal(straight.Standard!.Course.Select(Values), kept.Standard!.Course.Select(Values));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Drawn_are_a_panel_a_step_for_either_parametrization_and_the_predictions()
    {
        var result = Check(2).EachStep().Standard(Plain, PlainAdam).Run();
        var svg = result.Plot().ToSvg();
        foreach (var title in from when in new[] { "at initialization", "after 1 step", "after 2 steps" }
                              from name in new[] { "DialMlp", "standard" }
                              select $">{name}, {when}<")
        {
            Assert.Contains(title, svg, StringComparison.Ordinal);
        }

        // Four layers in six panels, a line with a band and a prediction each; and one of the legend's signs for the predictions.
        Assert.Equal(6 * 4, Count(svg, "class=\"band\""));
        Assert.Equal((6 * 4) + 1, Count(svg, "class=\"guide\""));

        // The readout of the standard parametrization changes more and more with width, at the same rate: that is what is to be seen.
        double Slope(CoordinateCheckResult one) => one.Course[^1].Slopes.Single(slope => slope.Layer == "_readout").Slope;
        Assert.True(Slope(result.Standard!) > Slope(result) + 0.3, $"{Slope(result.Standard!)} and {Slope(result)}");

        var page = result.ToPage().ToHtml();
        Assert.Contains("DialMlp at r = 1/2: ", page, StringComparison.Ordinal);
        Assert.Contains("standard, after 2 steps", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_diverges_has_no_value_after_the_steps_that_it_did_not_take()
    {
        var result = Check(6, rate: 1e30).EachStep().Run();
        Assert.All(result.Course[5].Slopes, slope => Assert.All(slope.Observations, one => Assert.False(double.IsFinite(one.Value))));
        Assert.Contains("<svg", result.Plot().ToSvg(), StringComparison.Ordinal);
    }

    private static CoordinateCheck<DialMlp> Check(int steps, double rate = 0.005) =>
        CoordinateCheck.Of(width => new DialMlp(width, Richness.MaximalUpdate))
            .Widths(64, 256).Seeds(2).Steps(steps)
            .Optimizer(model => model.Adam(rate))
            .Task(Classification.Task);

    private static PlainMlp Plain(long width) => new(width);

    private static optim.Optimizer PlainAdam(PlainMlp model) => optim.Adam(model.parameters(), 0.005);

    private static IEnumerable<double> Values(CoordinateStep step) =>
        step.Slopes.SelectMany(slope => slope.Observations.Select(one => one.Value));

    private static int Count(string text, string part) => Regex.Count(text, Regex.Escape(part));
}
