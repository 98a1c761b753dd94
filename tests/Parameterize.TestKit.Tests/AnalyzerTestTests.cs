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

    [Theory]
    [InlineData("class {|TOY1:{|TOY1:a|}|} { int X { get; } }", "expected \"2\" actual \"1\"")]
    [InlineData("class a { int X { get; } }", "expected \"0\" actual \"1\"")]
    [InlineData("class A { int X { get; } } {|TOY1:|}", "expected \"1\" actual \"0\"")]
    [InlineData("{|TOY1:class|} a { int X { get; } }", "start at column \"1\"")]
    public async Task One_mark_too_many_or_too_few_or_elsewhere_fails(string markup, string reason)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Toy.Verify(markup));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_of_the_compiler_are_diagnostics_like_others()
    {
        await Toy.Verify("class A { {|CS0246:Nowhere|} X { get; } = null!; }");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Toy.Verify("class A { Nowhere X { get; } = null!; }"));
        Assert.Contains("CS0246", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_files_have_their_own_marks() =>
        await Toy.Verify([new("class {|TOY1:a|} { B? X { get; } }", "A.cs"), new("{|TOY2:class B { }|}", "B.cs")]);

    [Fact]
    public async Task Generated_members_exist_for_the_analyzer()
    {
        const string Source =
            "public sealed class ToyAttribute : System.Attribute { int X { get; } }\n[Toy] partial class A { int X { get; } = Members; }";
        await new AnalyzerTest(() => new ToyAnalyzer()) { Generator = Subjects.Good }.Verify(Source);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Toy.Verify(Source));
        Assert.Contains("CS0103", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pragma_suppresses_or_fails()
    {
        await Toy.AssertPragmaSuppresses("{|TOY2:class {|TOY1:a|} { }|}");
        await Assert.ThrowsAsync<ArgumentException>(() => Toy.AssertPragmaSuppresses("class A { int X { get; } }"));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => new AnalyzerTest(() => new RelocatingAnalyzer()).AssertPragmaSuppresses("class {|TOY1:a|} { int X { get; } }"));
        Assert.Contains("Verifying exclusions in '#pragma warning disable' code", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crash_fails_and_says_why()
    {
        var crashing = new AnalyzerTest(() => new CrashingAnalyzer());
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => crashing.Verify("class A { }"));
        Assert.Contains("AD0001", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'crashed'", failure.Message, StringComparison.Ordinal);
    }
}
