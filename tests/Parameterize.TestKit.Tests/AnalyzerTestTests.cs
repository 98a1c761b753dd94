namespace Parameterize.TestKit.Tests;

public class AnalyzerTestTests
{
    private static readonly AnalyzerTest Toy = new(() => new ToyAnalyzer());

    [Fact]
    public async Task Exact_marks_pass() =>
        await Toy.Verify("{|TOY2:class {|TOY1:a|} { }|} {|TOY2:class B { }|} class C { int X { get; } }");

    [Fact]
    public async Task Message_and_severity_are_compared_where_given()
    {
        const string Source = "class {|TOY1:a|} { class {|TOY1:b|} { int X { get; } } }";
        await Toy.Verify(
            Source,
            new("TOY1", "'a' begins in lower case", DiagnosticSeverity.Warning),
            new("TOY1", "'b' begins in lower case"));
        var failure = await Fails(new("TOY1", "x"));
        Assert.Equal("TOY1 says\n  'a' begins in lower case\nand not\n  x", failure.Message);
        failure = await Fails(new("TOY1", Severity: DiagnosticSeverity.Error));
        Assert.Equal("TOY1 is Warning and not Error", failure.Message);
        failure = await Fails(new("TOY2"));
        Assert.Equal("TOY2 is described 1 times and reported 0 times.", failure.Message);

        Task<DiagnosticsException> Fails(ExpectedDiagnostic detail) =>
            Assert.ThrowsAsync<DiagnosticsException>(() => Toy.Verify(Source, detail));
    }

    [Fact]
    public async Task Failure_prints_the_markup_to_write()
    {
        var failure = await Assert.ThrowsAsync<DiagnosticsException>(() => Toy.Verify("{|TOY1:class|} a { }"));
        Assert.Equal(
            """"
            The diagnostics are not those of the markup.
              expected, not reported: TOY1 at (1,1) 'class'
              reported, not expected: TOY2 at (1,1) 'class a { }': 'a' is empty
              reported, not expected: TOY1 at (1,7) 'a': 'a' begins in lower case

            The markup for what is reported in Source0.cs:
            """
            {|TOY2:class {|TOY1:a|} { }|}
            """
            """",
            failure.Message);
    }

    [Theory]
    [InlineData("class {|TOY1:{|TOY1:a|}|} { int X { get; } }")]
    [InlineData("class a { int X { get; } }")]
    [InlineData("class A { int X { get; } } {|TOY1:|}")]
    public async Task One_mark_too_many_or_too_few_fails(string markup) =>
        await Assert.ThrowsAsync<DiagnosticsException>(() => Toy.Verify(markup));

    [Fact]
    public async Task Errors_of_the_compiler_are_diagnostics_like_others()
    {
        await Toy.Verify("class A { {|CS0246:Nowhere|} X { get; } = null!; }");
        var failure = await Assert.ThrowsAsync<DiagnosticsException>(() => Toy.Verify("class A { Nowhere X { get; } = null!; }"));
        Assert.Contains("{|CS0246:Nowhere|}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_files_have_their_own_marks() =>
        await Toy.Verify([new("class {|TOY1:a|} { B? X { get; } }", "A.cs"), new("{|TOY2:class B { }|}", "B.cs")]);

    [Fact]
    public async Task Generated_members_exist_for_the_analyzer()
    {
        const string Source = ToyGenerator<ToyModel>.Attribute + "[Toy] partial class A { int X { get; } = Members; }";
        await new AnalyzerTest(() => new ToyAnalyzer()) { Generator = Subjects.Good }.Verify(
            Source.Replace("System.Attribute { }", "System.Attribute { int X { get; } }", StringComparison.Ordinal));
        var failure = await Assert.ThrowsAsync<DiagnosticsException>(() => Toy.Verify(Source));
        Assert.Contains("{|CS0103:Members|}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pragma_suppresses_or_fails()
    {
        await Toy.AssertPragmaSuppresses("{|TOY2:class {|TOY1:a|} { }|}");
        await Assert.ThrowsAsync<ArgumentException>(() => Toy.AssertPragmaSuppresses("class A { int X { get; } }"));
        var failure = await Assert.ThrowsAsync<DiagnosticsException>(
            () => new AnalyzerTest(() => new RelocatingAnalyzer()).AssertPragmaSuppresses("class {|TOY1:a|} { int X { get; } }"));
        Assert.Contains("Reported outside of the files", failure.Message, StringComparison.Ordinal);
        failure = await Assert.ThrowsAsync<DiagnosticsException>(
            () => new AnalyzerTest(() => new StubbornAnalyzer()).AssertPragmaSuppresses("class {|TOY3:A|} { }"));
        Assert.Contains("#pragma warning disable has no effect on:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crash_shows_its_stack()
    {
        var crashing = new AnalyzerTest(() => new CrashingAnalyzer());
        var failure = await Assert.ThrowsAsync<DiagnosticsException>(() => crashing.Verify("class A { }"));
        const string Start = "AD0001: CrashingAnalyzer threw System.InvalidOperationException: crashed";
        Assert.StartsWith(Start, failure.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }
}
