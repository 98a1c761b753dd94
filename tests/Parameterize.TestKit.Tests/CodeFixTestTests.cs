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
        var failure = await Assert.ThrowsAsync<CodeFixException>(() => Fix.Verify(Before, Before, equivalenceKey: "lower"));
        const string Offered = "offered:\n  0: 'Rename to A' (key 'upper')\n  1: 'Rename to _a' (key 'underscore')";
        Assert.Equal($"There is no action lower; {Offered}", failure.Message);
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

    [Fact]
    public async Task Other_text_fails_with_a_diff()
    {
        var failure = await Assert.ThrowsAsync<CodeFixException>(
            () => Fix.Verify("class {|TOY1:a|} { int X { get; } }", "class Z { int X { get; } }"));
        Assert.Contains("-class Z { int X { get; } }\n+class A { int X { get; } }", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_has_to_be_marked()
    {
        var failure = await Assert.ThrowsAsync<DiagnosticsException>(
            () => Fix.Verify(
                "class {|TOY1:a|} { int X { get; } }\nclass {|TOY1:b|} { int X { get; } }",
                "class A { int X { get; } }\nclass b { int X { get; } }"));
        Assert.StartsWith("After the fix:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_fixed_has_to_be_reported()
    {
        var failure = await Assert.ThrowsAsync<DiagnosticsException>(
            () => Fix.Verify("class {|TOY1:A|} { int X { get; } }", "class A { int X { get; } }"));
        Assert.StartsWith("Before the fix:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_fix_is_asserted_too()
    {
        await Fix.VerifyNoFix("class {|TOY1:keep|} { int X { get; } }");
        var failure = await Assert.ThrowsAsync<CodeFixException>(() => Fix.VerifyNoFix("class {|TOY1:a|} { int X { get; } }"));
        Assert.Equal("'Rename to A' is offered for TOY1, and nothing should be.", failure.Message);
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
