using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Tests;

/// <summary>Models are plain data, and files of different models never meet.</summary>
public class ModelTests
{
    private static readonly string GenericNet = Sources.MlpCalled("Net", "BaseWidth = 64")
        .Replace("class Net", "class Net<T>", StringComparison.Ordinal)
        .Replace("nameof(Net)", "\"net\"", StringComparison.Ordinal);

    [Fact]
    public void Models_hold_no_object_of_Roslyn() =>
        ModelGraph.AssertHoldsNoRoslynObject(GeneratorHarness.Run(Subjects.Generator, Sources.Mlp));

    [Fact]
    public void First_compilation_can_be_collected() => ModelGraph.AssertCompilationIsCollectable(Subjects.Generator, Sources.Mlp);

    [Fact]
    public void Equal_classes_give_equal_models_whatever_their_layout()
    {
        var spread = Sources.Mlp
            .Replace(";", "\n;\n", StringComparison.Ordinal)
            .Replace("[Input] ", "[InputAttribute()]\n", StringComparison.Ordinal);
        var (first, second) = (Model(Sources.Mlp), Model(spread));
        Assert.Equal(first, second);
        Assert.Equal(first!.GetHashCode(), second!.GetHashCode());
    }

    [Theory]
    [InlineData("BaseWidth = 64", "BaseWidth = 65")]
    [InlineData("Richness.MaximalUpdate", "0.25")]
    [InlineData("[Output]", "[Output(ZeroInit = true)]")]
    [InlineData("Linear(32, width)", "Linear(32, width, false)")]
    [InlineData("_mix", "_stir")]
    [InlineData("Mlp", "Mlp2")]
    public void Different_classes_give_different_models(string old, string @new)
    {
        var other = Sources.Mlp.Replace(old, @new, StringComparison.Ordinal);
        Assert.NotEqual(Model(Sources.Mlp), Model(other));
    }

    [Fact]
    public void Classes_that_differ_in_case_get_files_that_differ_in_more()
    {
        var classes = new[] { "Net", "NET", "nEt" }.Select(name => Sources.MlpCalled(name, "BaseWidth = 64"));
        var source = Subjects.Usings + string.Concat(classes);
        var hints = GeneratorHarness.Run(Subjects.Generator, source).Sources.Select(file => file.Key).ToArray();
        Assert.Equal(8, hints.Length);
        Assert.Equal(hints.Length, hints.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Name_reused_with_another_arity_or_outer_class_gets_a_file_of_its_own()
    {
        var source = Subjects.Usings
            + Sources.MlpCalled("Net", "BaseWidth = 64")
            + GenericNet
            + $"public partial class Outer {{ {Sources.MlpCalled("Net", "BaseWidth = 64")} }}";
        var outcome = GeneratorHarness.Run(Subjects.Generator, source);
        OutputIsClean.Assert(outcome);
        Assert.Equal(
            ["Net.g.cs", "Net_1.g.cs", "Outer.Net.g.cs"],
            outcome.Sources.Select(file => file.Key)
                .Where(hint => hint.Contains("Net", StringComparison.Ordinal) && !hint.Contains("Optimizers", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Optimizers")]
    [InlineData("OPTIMIZERS")]
    public void Class_called_like_the_file_of_optimizers_gets_a_file_of_its_own(string name)
    {
        var outer = Sources.MlpCalled("Net", "BaseWidth = 64");
        var inner = Sources.MlpCalled(name, "BaseWidth = 64");
        var outcome = GeneratorHarness.Run(Subjects.Generator, Subjects.Usings + outer.TrimEnd().TrimEnd('}') + inner + "}");
        OutputIsClean.Assert(outcome);
        Assert.Contains($"Net.{name}-class.g.cs", outcome.Sources.Select(file => file.Key));
    }

    [Fact]
    public void Name_that_looks_like_an_arity_gets_a_file_of_its_own()
    {
        var source = Subjects.Usings + Sources.MlpCalled("Net_1", "BaseWidth = 64") + GenericNet;
        OutputIsClean.Assert(GeneratorHarness.Run(Subjects.Generator, source));
    }

    private static object? Model(string source) =>
        TrackedSteps.Of(GeneratorHarness.Run(Subjects.Generator, source))[TrackingNames.Models].Single().Outputs.Single().Value;
}
