extern alias package;

using Microsoft.CodeAnalysis;
using TorchSharp;

namespace Parameterize.Generators.Tests;

/// <summary>What cannot be generated from: nothing is, and nothing is thrown.</summary>
public class BrokenSourceTests
{
    [Theory]
    [InlineData("partial ", "")]
    [InlineData(" : Module<Tensor, Tensor>", "")]
    [InlineData("Richness.MaximalUpdate", "0.75")]
    [InlineData("Richness.MaximalUpdate", "double.NaN")]
    [InlineData("BaseWidth = 64", "BaseWidth = 0")]
    [InlineData("[Width] ", "")]
    [InlineData("[Output]", "[Hidden]")]
    [InlineData("[Output]", "[Hidden, Output]")]
    [InlineData("[Output]", "[Output(LearningRate = -1)]")]
    [InlineData("[Output] private readonly Linear", "[Output] private readonly Sequential")]
    [InlineData("_mix", "_scaling")]
    public void Class_with_an_error_gets_no_part(string old, string @new)
    {
        Assert.Contains(old, Sources.Mlp, StringComparison.Ordinal);
        var outcome = GeneratorHarness.Run(Subjects.Generator, Sources.Mlp.Replace(old, @new, StringComparison.Ordinal));
        Assert.Empty(outcome.Diagnostics);
        Assert.Empty(outcome.Result.Results.Single().GeneratedSources.Where(source => !Subjects.IsEmbedded(source)));
    }

    [Fact]
    public void Class_beside_one_with_an_error_gets_its_part()
    {
        var source = Subjects.Usings + Sources.MlpCalled("Good", "BaseWidth = 64") + Sources.MlpCalled("Bad", "BaseWidth = -1");
        var outcome = GeneratorHarness.Run(Subjects.Generator, source);
        var files = outcome.Result.Results.Single().GeneratedSources.Where(file => !Subjects.IsEmbedded(file));
        Assert.Equal(
            ["Good.Optimizers.g.cs", "Good.g.cs", Subjects.SupportFile], files.Select(file => file.HintName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Query_that_asks_itself_ends() => AssertEnds("""
        System.Collections.Generic.IEnumerable<long> sizes = new long[] { width };
        long Ask(System.Collections.Generic.IEnumerable<long> some) => System.Linq.Enumerable.First(some, size => Ask(sizes) > 0);
        sizes = System.Linq.Enumerable.Select(sizes, size => Ask(sizes));
        _mix = Linear(width, Ask(sizes));
        """);

    [Fact]
    public void Expression_of_thousands_of_terms_ends() =>
        AssertEnds("long zero = 0; _mix = Linear(width, width" + string.Concat(Enumerable.Repeat(" + zero", 4000)) + ");");

    /// <summary>Which the compiler refuses, and an editor shows for as long as somebody types it.</summary>
    [Theory]
    [InlineData("class Helper { public Helper() : this() { } }")]
    [InlineData("class Helper { public Helper() : this(1) { } public Helper(long size) : this() { } }")]
    [InlineData("class Helper : Other { public Helper() : base() { } } class Other : Helper { public Other() : base() { } }")]
    public void Constructor_that_calls_itself_ends(string helper) => AssertEnds("_ = new Helper(); _mix = Linear(width, width);", helper);

    // On a stack that is as small as any that a compiler runs on; an overflow would end this program.
    private static void AssertEnds(string statement, string more = "")
    {
        const string Plain = "_mix = Linear(width, width);";
        Assert.Contains(Plain, Sources.Mlp, StringComparison.Ordinal);
        GeneratorOutcome? outcome = null;
        var thread = new Thread(
            () =>
                outcome = GeneratorHarness.Run(
                    Subjects.Generator, Sources.Mlp.Replace(Plain, statement, StringComparison.Ordinal) + "\n" + more), 1 << 20);
        thread.Start();
        thread.Join();
        Assert.Empty(outcome!.Diagnostics);
    }

    [Fact]
    public void Class_annotated_in_two_parts_gets_one()
    {
        var outcome = GeneratorHarness.Run(
            Subjects.Generator, Sources.Mlp, "[Parameterize.Parameterize(BaseWidth = 128)] partial class Mlp;");
        Assert.Contains("width / 64", outcome.Source("Mlp.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_references_throw_nothing()
    {
        MetadataReference torchSharp = ReferenceAssemblies.Of(typeof(torch).Assembly);
        MetadataReference library = ReferenceAssemblies.Of(typeof(package::Parameterize.ParameterizeAttribute).Assembly);
        MetadataReference[][] incomplete =
        [
            [],
            [torchSharp],
            [library],
            [torchSharp, library],
            [.. ReferenceAssemblies.Framework, torchSharp],
            [.. ReferenceAssemblies.Framework, library],
        ];
        foreach (var references in incomplete)
        {
            GeneratorHarness.Run(Subjects.With(references), Sources.Mlp);
        }
    }

    /// <summary>Roslyn throws where it is asked for the operations of this.</summary>
    [Fact]
    public void Assignment_that_Roslyn_cannot_describe_throws_nothing() => GeneratorHarness.Run(
        Subjects.Generator, Sources.Mlp.Replace("_embed = Linear", "_embed$$ = Linear", StringComparison.Ordinal));

    [Theory]
    [InlineData("long width", "long width, [Width] long width")]
    [InlineData("[Input] private", "[Input, TorchSharp.Utils.ComponentName(Name = \"_mix\")] private")]
    [InlineData("[Width]", "[Width, Richness]")]
    public void What_is_there_twice_throws_nothing(string old, string @new) => GeneratorHarness.Run(
        Subjects.Generator, Sources.Mlp.Replace(old, @new, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("nameof(64)")]
    [InlineData("null")]
    public void Readout_tied_to_no_name_throws_nothing(string name) => GeneratorHarness.Run(
        Subjects.Generator, ArchitectureSources.Decoder.Replace("nameof(_words)", name, StringComparison.Ordinal));

    [Fact]
    public void Mutated_sources_throw_nothing() => new SourceFuzzer(
        Sources.Mlp,
        Subjects.Usings + Sources.MlpCalled("Mlp", "BaseWidth = 64, Gamma = 2", ", [Richness] double richness", "richness"),
        ArchitectureSources.Decoder,
        ArchitectureSources.Sequences,
        ArchitectureSources.FourAxes)
        .AssertNeverThrows(Subjects.Generator, seed: Seed, count: 300);

    /// <summary>Another seed than 1 comes from the environment.</summary>
    private static int Seed => GivenNumber.Of("PARAMETERIZE_SEED") ?? 1;
}
