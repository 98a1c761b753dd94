namespace Parameterize.Analyzers.Tests.Rules;

public sealed class FactorGrowsTests : RuleTests
{
    public override string Id => "PMZ0050";

    public override string Hit => Words("return Mix({|PMZ0050:Embed(x) * System.Math.Sqrt(_width)|});");

    public override string Message =>
        "'Words' multiplies what a layer gives by a number that grows like n^1/2, so that signals grow with width and the best learning "
            + "rate drifts; multiply by what that number is at base widths, which is a constant";

    public override string NearMiss => Words("return Mix(Embed(x) * System.Math.Sqrt(64));");

    [Theory]
    [InlineData("return Mix({|PMZ0050:System.MathF.Sqrt(_width) * Embed(x)|});")]
    [InlineData("var all = Embed(x);\nall = {|PMZ0050:all * _scale|};\nreturn Mix(all);")]
    [InlineData("return Mix({|PMZ0050:Embed(x).mul(_width)|});")]
    [InlineData("return Mix({|PMZ0050:Embed(x) / Math.Pow(_width, -0.5)|});")]
    [InlineData("using var all = {|PMZ0050:Embed(x) * Math.Sqrt(_width)|};\nreturn Mix(functional.dropout(all, 0.1));")]
    public Task Whichever_way_it_is_written(string forward) => Subject.Analyzers.Verify(Words(forward));

    [Theory]
    [InlineData("return Mix(Embed(x) / Math.Sqrt(_width));")]
    [InlineData("var all = Embed(x);\nreturn Mix(all / all.norm() * Math.Sqrt(_width));")]
    [InlineData("return Mix(Embed(x)) * _depth;")]
    [InlineData("return Mix(Embed(x)).sum() / _width;")]
    [InlineData("return x * Math.Sqrt(_width);")]
    public Task What_is_normalised_or_does_not_grow_is_not(string forward) => Subject.Analyzers.Verify(Words(forward));

    [Fact]
    public Task A_baseline_is_meant_to() => Subject.Analyzers.Verify(
        Words("return Mix(Embed(x) * Math.Sqrt(_width));").Replace("BaseWidth = 64", "Baseline = true", StringComparison.Ordinal));

    private static string Words(string forward) => "using System;\n" + Source.Usings + $$"""
        [Parameterize(BaseWidth = 64)]
        public partial class Words : Module<Tensor, Tensor>
        {
            private readonly Embedding _embed;
            private readonly Linear _mix;
            private readonly long _width;
            private readonly long _depth;
            private readonly double _scale;

            public Words([Width] long width, long depth) : base("Words")
            {
                _width = width;
                _depth = depth;
                _scale = Math.Sqrt(width);
                _embed = Embedding(20, width);
                _mix = Linear(width, width);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x)
            {
                {{forward}}
            }
        }
        """;
}
