using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Model;

/// <summary>One member that holds tensors.</summary>
/// <param name="Member">The field's or property's name, as in source.</param>
/// <param name="RegisteredName">The name under which TorchSharp registers it.</param>
/// <param name="ForwardName">The generated method or property that applies its multiplier; empty when unscaled.</param>
/// <param name="Type">What it is, element-wise for a list.</param>
/// <param name="Container">What holds it.</param>
/// <param name="Init">What replaces TorchSharp's draw.</param>
/// <param name="Tensors">Its tensors, the weight first.</param>
internal sealed record LayerSpec(
    string Member,
    string RegisteredName,
    string ForwardName,
    LayerType Type,
    Container Container,
    InitSpec Init,
    EquatableArray<TensorSpec> Tensors)
{
    public bool IsUnscaled => ForwardName.Length == 0;

    /// <summary>How generated code reaches the member, whatever its locals are called.</summary>
    public string Access => AccessTo(Member);

    /// <summary>With <c>this</c> where a local or parameter could have the name.</summary>
    public static string AccessTo(string member) => char.IsLower(member.TrimStart('@')[0]) || member == "@_" ? "this." + member : member;
}
