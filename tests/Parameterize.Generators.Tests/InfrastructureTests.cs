using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Tests;

/// <summary>Text, literals and arrays: what everything else is written with.</summary>
public class InfrastructureTests
{
    [Theory]
    [InlineData(1, "1.0", "1")]
    [InlineData(-0.5, "-0.5", "-0.5")]
    [InlineData(1e-8, "1E-08", "1E-08")]
    [InlineData(1e300, "1E+300", "1E+300")]
    [InlineData(0.1, "0.1", "0.1")]
    [InlineData(-0.0, "-0.0", "-0")]
    public void Double_is_written_for_every_culture(double value, string expected, string brief)
    {
        foreach (var culture in new[] { "", "fi-FI", "tr-TR", "de-DE", "ar-SA" })
        {
            using var scope = new CultureScope(culture);
            Assert.Equal(expected, Literal.Of(value));
            Assert.Equal(brief, Literal.Short(value));
            Assert.Equal("-7", Literal.Of(-7L));
        }
    }

    [Fact]
    public void Double_keeps_its_bits()
    {
#pragma warning disable CA5394 // Repeatable, not secret.
        var random = new Random(1);
        var values = Enumerable.Range(0, 1000).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64()));
        foreach (var value in values.Where(double.IsFinite))
        {
            Assert.Equal(value, double.Parse(Literal.Of(value), CultureInfo.InvariantCulture));
            Assert.Equal(value, SyntaxFactory.ParseToken(Literal.Of(value)).Value);
        }
#pragma warning restore CA5394
    }

    [Theory]
    [InlineData("a\"b\\c\n", "\"a\\\"b\\\\c\\n\"")]
    [InlineData("", "\"\"")]
    public void String_is_escaped(string value, string expected) => Assert.Equal(expected, Literal.Of(value));

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("width", "width")]
    [InlineData("await", "@await")]
    [InlineData("true", "@true")]
    public void Keyword_gets_its_sign(string name, string expected) => Assert.Equal(expected, Literal.Identifier(name));

    [Fact]
    public void Boolean_is_lower_case() => Assert.Equal(("true", "false"), (Literal.Of(true), Literal.Of(false)));

    [Fact]
    public void Blocks_indent_and_end()
    {
        var writer = new CodeWriter();
        using (writer.Block("class A"))
        {
            writer.Space().Write("int a;\r\nint b;\n\nint c;");
            using (writer.Space().Block("void B()", end: "};"))
            {
                writer.Space().Write("C();").Space().Space();
            }
        }

        Assert.Equal(
            "class A\n{\n    int a;\n    int b;\n\n    int c;\n\n    void B()\n    {\n        C();\n    };\n}\n", writer.ToString());
    }

    [Fact]
    public void List_breaks_where_a_line_would_be_too_long()
    {
        var writer = new CodeWriter();
        Assert.Equal("f(a, b)", writer.List("f(", ["a", "b"], ")"));
        Assert.Equal("f()", writer.List("f(", [], ")"));
        var item = new string('a', 100);
        Assert.Equal($"f(\n    {item},\n    {item})", writer.List("f(", [item, item], ")"));
    }

    [Fact]
    public void Arrays_are_equal_when_their_items_are()
    {
        var first = new[] { "a", "b" }.ToEquatableArray();
        var second = new List<string> { "a", "b" }.ToEquatableArray();
        Assert.True(first == second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.True(first != new[] { "b", "a" }.ToEquatableArray());
        Assert.False(first.Equals((object)"a"));
        Assert.Equal(new[] { first }.ToEquatableArray(), new[] { second }.ToEquatableArray());
    }

    [Fact]
    public void Array_that_was_never_assigned_is_empty()
    {
        Assert.Equal(default, Array.Empty<string>().ToEquatableArray());
        Assert.Equal(default(EquatableArray<string>).GetHashCode(), Array.Empty<string>().ToEquatableArray().GetHashCode());
        Assert.Empty(default(EquatableArray<string>));
        Assert.True(default(EquatableArray<string>).Equals((object)Array.Empty<string>().ToEquatableArray()));
    }
}
