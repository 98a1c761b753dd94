namespace Parameterize;

/// <summary>
/// Names the width of one attention head as a number that grows, on a constructor parameter or a property of an options object. The
/// class then gets <c>AttentionScale</c>, by which attention logits are multiplied instead of one over the root of the head width.
/// </summary>
/// <remarks>Where the number of heads grows and their width does not, the scale is the customary one at every width.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class HeadWidthAttribute : Attribute
{
    /// <summary>The head width at which the model is the one that plain TorchSharp would build. Required.</summary>
    public int Base { get; set; }
}
