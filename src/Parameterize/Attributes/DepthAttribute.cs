namespace Parameterize;

/// <summary>
/// Names the number of residual blocks as a number that grows, on a constructor parameter or a property of an options object. The
/// class then gets <c>ResidualScale</c>, by which the output of each residual branch is multiplied before it is added, and the tensors
/// inside the branches get the factors on rate and epsilon that go with it.
/// </summary>
/// <remarks>
/// Inside a branch are the members of arrays and lists, or, in a class without any (a block), all hidden members and norms;
/// <see cref="LayerAttribute.Residual"/> says otherwise.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DepthAttribute : Attribute
{
    /// <summary>The depth at which the model is the one that plain TorchSharp would build. Required.</summary>
    public int Base { get; set; }
}
