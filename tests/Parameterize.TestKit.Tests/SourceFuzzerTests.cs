namespace Parameterize.TestKit.Tests;

public class SourceFuzzerTests
{
    private static readonly SourceFuzzer Fuzzer = new(
        "namespace A { [System.Obsolete(\"x\", true)] partial class C { int F(int a) => a + 1; } }",
        Subjects.OneClass);

    [Fact]
    public void Same_seed_makes_the_same_sources_and_another_seed_others()
    {
        Assert.Equal(Fuzzer.FuzzedSources(1, 200), Fuzzer.FuzzedSources(1, 200));
        Assert.Equal(Fuzzer.FuzzedSources(1, 200).Take(10), Fuzzer.FuzzedSources(1, 10));
        Assert.NotEqual(Fuzzer.FuzzedSources(1, 20).Select(s => s.Text), Fuzzer.FuzzedSources(2, 20).Select(s => s.Text));
    }

    [Fact]
    public void Every_mutation_is_used_and_most_sources_differ()
    {
        var sources = Fuzzer.FuzzedSources(3, 500).ToArray();
        Assert.All(
            Mutation.All.Select(m => m.Name).Concat(Form.All.Select(f => f.Name)),
            name => Assert.Contains(sources, s => s.Mutations.Contains(name, StringComparison.Ordinal)));
        Assert.True(sources.Select(s => s.Text).Distinct(StringComparer.Ordinal).Count() > 350);
        Assert.Contains(sources, s => s.Text.Contains('\0', StringComparison.Ordinal));
    }

    [Fact]
    public void Good_generator_never_throws() => Fuzzer.AssertNeverThrows(Subjects.Good, seed: 1, count: 300);

    [Fact]
    public void Brittle_generator_is_found_with_the_source_that_breaks_it()
    {
        var fuzzer = new SourceFuzzer(ToyGenerator<ToyModel>.Attribute + "namespace A { [Toy] partial class B { } }");
        var failure = Assert.Throws<FuzzException>(
            () => fuzzer.AssertNeverThrows(new GeneratorUnderTest(() => new BrittleGenerator()), seed: 1, count: 100));
        Assert.Contains("FuzzedSources(1)[", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.InnerException);
    }
}
