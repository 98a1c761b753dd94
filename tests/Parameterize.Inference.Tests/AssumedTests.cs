using Parameterize.Inference.Tests.Oracle;

namespace Parameterize.Inference.Tests;

/// <summary>What a class is read for, where it may be otherwise, is what a model is held to when it is built.</summary>
public sealed class AssumedTests
{
    private const string FeedForward = """
        [Parameterize(BaseWidth = 8)]
        public partial class NAME : Module<Tensor, Tensor>
        {
            private readonly Linear _up, _down;

            public NAME([Width] long width, long? hidden = null) : base("NAME")
            {
                var inner = hidden ?? 4 * width;
                _up = Linear(width, inner);
                _down = Linear(inner, width);
                InitializeParameters();
            }

            MAKE

            public override Tensor forward(Tensor x) => x;
        }
        """;

    private const string Around = """
        [Parameterize(BaseWidth = 8)]
        public partial class M : Module<Tensor, Tensor>
        {
            private readonly Block _block;
            private readonly Linear _head;

            public M([Width] long width) : base("M")
            {
                _block = new Block(GIVEN);
                _head = Linear(width, 2);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => x;
        }

        """;

    [Theory]
    [InlineData("width, 5 * width")]
    [InlineData("width, 7")]
    [InlineData("width, hidden: 3 * width")]
    public async Task A_number_that_is_not_left_out_is_not_scaled(string given)
    {
        var verdict = await Judged(
            FeedForward.Replace("NAME", "M", StringComparison.Ordinal)
                .Replace("MAKE", $"public static M Make(long width) => new({given});", StringComparison.Ordinal));
        Assert.StartsWith(
            "throws at width 8: InvalidOperationException: '_up.weight' of 'M' has the shape [", verdict.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_is_one_of_a_block()
    {
        var verdict = await Judged(
            Around.Replace("GIVEN", "width, int.Parse(\"7\")", StringComparison.Ordinal)
                + FeedForward.Replace("NAME", "Block", StringComparison.Ordinal).Replace("MAKE", "", StringComparison.Ordinal));
        Assert.StartsWith("throws at width 8: InvalidOperationException: ", verdict.Detail, StringComparison.Ordinal);
        Assert.Contains("has the shape [", verdict.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("width, 7")]
    [InlineData("width, hidden: 40")]
    public async Task A_block_that_is_given_one_is_refused_where_it_is_written(string given)
    {
        var verdict = await Judged(
            Around.Replace("GIVEN", given, StringComparison.Ordinal)
                + FeedForward.Replace("NAME", "Block", StringComparison.Ordinal).Replace("MAKE", "", StringComparison.Ordinal));
        Assert.Equal(Outcome.Refused, verdict.Outcome);
        Assert.Contains("its hidden is given here, and it scales as if that were left out", verdict.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_left_out_it_is_scaled() => Assert.Equal(Outcome.Right, (await Judged(
        Around.Replace("GIVEN", "width", StringComparison.Ordinal)
            + FeedForward.Replace("NAME", "Block", StringComparison.Ordinal).Replace("MAKE", "", StringComparison.Ordinal))).Outcome);

    private static async Task<Verdict> Judged(string source) => (await Judge.Of([new ModelText("assumed", "given", source)]))[0];
}
