using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.TestKit.Tests;

/// <summary>The four facts, each with the generator that breaks it and no other.</summary>
public class GeneratedCodeTests
{
    [Fact]
    public Task Good_generator_holds_all_facts() => GeneratedCode.Verify(Subjects.Good, Subjects.OneClass);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task Cases_of_a_theory_have_files_of_their_own(int members)
    {
        var constants = string.Concat(Enumerable.Range(0, members).Select(i => $"public const int C{i} = 0; "));
        var source = ToyGenerator<ToyModel>.Attribute + $"[Toy] internal sealed partial class Alpha {{ {constants}}}";
        return GeneratedCode.Verify(Subjects.Good, source, parameters: [("members", members)]);
    }

    [Fact]
    public async Task Same_name_twice_is_refused()
    {
        await GeneratedCode.Verify(Subjects.Good, Subjects.OneClass);
        var failure = await Assert.ThrowsAsync<CheckFailedException>(() => GeneratedCode.Verify(Subjects.Good, Subjects.OneClass));
        Assert.Contains("verified twice", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_files_are_sound() => Assert.Equal(2, GeneratedCode.AssertSound(Subjects.Good, Subjects.TwoFiles).Sources.Count);

    [Fact]
    public void Exception_of_the_generator_comes_out()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Sound<ThrowingGenerator>());
        Assert.Equal("no idea what Alpha is", thrown.Message);
        Assert.Contains(nameof(ThrowingGenerator), thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Warning_in_the_output_is_found()
    {
        var failure = Assert.Throws<NotCleanException>(() => Sound<WarningGenerator>());
        Assert.Contains("CS0169", failure.Message, StringComparison.Ordinal);
        Assert.Contains("private int _unused;", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Warning_is_ignored_where_the_subject_says_so() =>
        GeneratedCode.AssertSound(new(() => new WarningGenerator()) { IgnoredIds = ["CS0169"] }, Subjects.OneClass);

    [Fact]
    public void Output_for_newer_compilers_only_is_found()
    {
        var failure = Assert.Throws<NotCleanException>(() => Sound<ModernGenerator>());
        Assert.Contains("as C# 12.0", failure.Message, StringComparison.Ordinal);
        GeneratedCode.AssertSound(new(() => new ModernGenerator()) { LowestLanguageVersion = LanguageVersion.CSharp13 }, Subjects.OneClass);
    }

    [Fact]
    public void Generated_members_need_documentation_and_the_test_source_does_not()
    {
        var source = Subjects.OneClass.Replace("internal", "public", StringComparison.Ordinal);
        var failure = Assert.Throws<NotCleanException>(
            () => GeneratedCode.AssertSound(new GeneratorUnderTest(() => new UndocumentedGenerator()), source));
        Assert.Contains("Alpha.Members", failure.Message, StringComparison.Ordinal);
        GeneratedCode.AssertSound(Subjects.Good, source);
    }

    [Fact]
    public void Model_without_equality_is_found()
    {
        var failure = Assert.Throws<NotCachedException>(() => Sound<NeverCachedGenerator>());
        Assert.Contains("Parse: Modified", failure.Message, StringComparison.Ordinal);
        Assert.Contains("SourceOutput: Modified", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pipeline_without_names_is_found()
    {
        var failure = Assert.Throws<NotCachedException>(() => Sound<UnnamedGenerator>());
        Assert.Contains("WithTrackingName", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Culture_is_found()
    {
        var failure = Assert.Throws<NotDeterministicException>(() => Sound<CulturalGenerator>());
        Assert.Contains("under fi-FI", failure.Message, StringComparison.Ordinal);
        Assert.Contains("+partial class Alpha { internal const double Half = \u22120,5; }", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Order_of_files_is_found_and_its_seed_printed()
    {
        var failure = Assert.Throws<NotDeterministicException>(
            () => SameBytesEverywhere.Assert(new(() => new OrderDependentGenerator()), Subjects.TwoFiles, seed: 42));
        Assert.Contains($"{SameBytesEverywhere.SeedVariable}=42", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_failures_are_all_reported()
    {
        var failure = Assert.Throws<SeveralChecksFailedException>(
            () => GeneratedCode.AssertSound(new(() => [new NeverCachedGenerator(), new WarningGenerator()], new()), Subjects.OneClass));
        Assert.Equal([typeof(NotCleanException), typeof(NotCachedException)], failure.Failures.Select(f => f.GetType()));
    }

    private static void Sound<T>()
        where T : IIncrementalGenerator, new() => GeneratedCode.AssertSound(new GeneratorUnderTest(() => new T()), Subjects.OneClass);
}
