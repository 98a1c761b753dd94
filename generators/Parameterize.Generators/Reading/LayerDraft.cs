using Parameterize.Generators.Model;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Shapes;

namespace Parameterize.Generators.Reading;

/// <summary>
/// A layer as far as it is known by itself: the rows of its tensors, and the groups that they train in, depend on all of the class.
/// </summary>
/// <param name="Member">The member.</param>
/// <param name="IsScaled">Whether the class's rules hold for it.</param>
/// <param name="Tensors">What is declared of its tensors.</param>
/// <param name="Make">The layer, of whole tensors.</param>
internal sealed record LayerDraft(
    LayerMember Member, bool IsScaled, IReadOnlyList<TensorDraft> Tensors, Func<IEnumerable<TensorSpec>, LayerSpec> Make)
{
    /// <summary>The same layer, reading from stages of fixed size.</summary>
    public LayerDraft ReadingFrom(string stages) => this with
    {
        Tensors = Tensors.Select(tensor => tensor with { Declaration = tensor.Declaration with { Behind = stages } }).ToArray(),
        Make = tensors => Make(tensors) with { Behind = stages },
    };
}

/// <summary>A tensor before the rules are applied.</summary>
/// <param name="Name">Its name inside the layer.</param>
/// <param name="IsCertain">Whether there is exactly one tensor of the name, as far as the compiler can tell.</param>
/// <param name="Declaration">What the rules are applied to.</param>
/// <param name="Shape">What is claimed of its shape.</param>
/// <param name="Drawn">How it comes to its first values.</param>
internal sealed record TensorDraft(string Name, bool IsCertain, TensorDeclaration Declaration, ShapeClaim? Shape, DrawnTensor Drawn)
{
    /// <summary>The sides that its std depends on, which do not grow alike.</summary>
    public FanDraw? Fans { get; init; }
}
