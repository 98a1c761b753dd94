using Microsoft.CodeAnalysis.Text;

namespace Parameterize.TestKit.Tests;

public class MarkupTests
{
    [Theory]
    [InlineData("a{|X1:b|}c", "abc", "X1[1..2)")]
    [InlineData("{|X1:a|}{|X2:b|}", "ab", "X1[0..1) X2[1..2)")]
    [InlineData("{|X1:a{|X2:b|}c|}", "abc", "X1[0..3) X2[1..2)")]
    [InlineData("{|X1:{|X2:a|}|}", "a", "X1[0..1) X2[0..1)")]
    [InlineData("a{|X1:|}b", "ab", "X1[1..1)")]
    [InlineData("{|X1:|}", "", "X1[0..0)")]
    [InlineData("{|X1:a|}{|X2:|}{|X3:b|}", "ab", "X1[0..1) X2[1..1) X3[1..2)")]
    [InlineData("x is {|} {|A:b|}", "x is {|} {|A:b|}", "")]
    public void Marks_are_read_and_written(string marked, string text, string marks)
    {
        var markup = Markup.Parse(marked);
        Assert.Equal(text, markup.Text);
        Assert.Equal(marks, string.Join(' ', markup.Marks.OrderBy(m => m.Id, StringComparer.Ordinal).Select(m => m.Id + m.Span)));
        Assert.Equal(marked, Markup.Write(markup.Text, markup.Marks));
    }

    [Fact]
    public void Mark_without_an_end_is_refused() => Assert.Throws<ArgumentException>(() => Markup.Parse("{|X1:a"));

    [Fact]
    public void Crossing_marks_are_written_somehow() =>
        Assert.NotEmpty(Markup.Write("abc", [new("X1", new TextSpan(0, 2)), new("X2", new TextSpan(1, 2))]));
}
