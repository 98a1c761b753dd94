namespace Parameterize.Models.Tests;

/// <summary>Heads of a built-in attention keep their width: where the compiler is told two widths, the constructor sees it.</summary>
public sealed class HeadsTests
{
    [Fact]
    public void A_model_whose_heads_widen_is_not_built()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => new Annotated.ClipText(6, 5, 20, width: 16, heads: 2, layers: 1));
        Assert.StartsWith(
            "The heads of 'attn' in 'ResidualAttentionBlock' are 2 times as wide as at base widths", thrown.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void One_whose_heads_multiply_is() => new Annotated.ClipText(6, 5, 20, width: 16, heads: 4, layers: 1).Dispose();
}
