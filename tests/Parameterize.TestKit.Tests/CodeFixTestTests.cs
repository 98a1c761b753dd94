namespace Parameterize.TestKit.Tests;

public class CodeFixTestTests
{
    private static readonly AnalyzerTest Toy = new(() => new ToyAnalyzer());
    private static readonly CodeFixTest Fix = new(Toy, () => new ToyFix());

    [Fact]
    public Task First_mark_is_fixed_and_the_rest_is_left() =>
        Fix.Verify(
            "class {|TOY1:a|} { int X { get; } }\n{|TOY2:class {|TOY1:b|} { }|}",
            "class A { int X { get; } }\n{|TOY2:class {|TOY1:b|} { }|}");

    [Fact]
    public async Task Action_is_taken_by_index_or_key()
    {
        const string Before = "class {|TOY1:a|} { int X { get; } }";
        await Fix.Verify(Before, "class _a { int X { get; } }", index: 1);
        await Fix.Verify(Before, "class _a { int X { get; } }", equivalenceKey: "underscore");
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Fix.Verify(Before, "class _a { int X { get; } }", equivalenceKey: "lower"));
    }

    [Fact]
    public Task All_are_fixed_in_a_document() =>
        Fix.VerifyFixAll(
            "class {|TOY1:a|} { int X { get; } class {|TOY1:b|} { int X { get; } } }",
            "class A { int X { get; } class B { int X { get; } } }");

    [Fact]
    public Task All_are_fixed_in_a_project() =>
        Fix.VerifyFixAll(
            [new("class {|TOY1:a|} { int X { get; } }", "A.cs"), new("class {|TOY1:b|} { int X { get; } }", "B.cs")],
            [new("class A { int X { get; } }", "A.cs"), new("class B { int X { get; } }", "B.cs")]);

    [Theory]
    [InlineData("class {|TOY1:a|} { int X { get; } }", "class Z { int X { get; } }", "-class Z { int X { get; } }")]
    [InlineData("class {|TOY1:A|} { int X { get; } }", "class A { int X { get; } }", "Diagnostics of test state")]
    [InlineData(
        "class {|TOY1:a|} { int X { get; } }\nclass {|TOY1:b|} { int X { get; } }",
        "class A { int X { get; } }\nclass b { int X { get; } }",
        "Diagnostics of fixed state")]
    public async Task Another_text_fails_and_so_do_missing_marks(string before, string after, string reason)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Fix.Verify(before, after));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_fix_is_asserted_too()
    {
        await Fix.VerifyNoFix("class {|TOY1:keep|} { int X { get; } }");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Fix.VerifyNoFix("class {|TOY1:a|} { int X { get; } }"));
    }

    [Fact]
    public async Task Fix_sees_generated_members()
    {
        const string Toys =
            "sealed class ToyAttribute : System.Attribute { int X { get; } }\n[Toy] partial class Alpha { int X { get; } }\n";
        var fix = new CodeFixTest(new(() => new ToyAnalyzer()) { Generator = Subjects.Good }, () => new ToyFix());
        await fix.Verify(
            Toys + "class {|TOY1:a|} { int X { get; } = Alpha.Members; }",
            Toys + "class A { int X { get; } = Alpha.Members; }");
    }
}
