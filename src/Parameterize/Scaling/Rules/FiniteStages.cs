namespace Parameterize.Scaling.Rules;

/// <summary>
/// Inner stages of fixed size: a latent, a router, a shared key, by which a growing layer is read and which growing layers read. What one
/// gives out is a sum over a width that is aligned with the change of what it reads, <c>n n^(-1/2-r) n^(r-1/2) = 1</c>: it moves at every
/// richness, and so does all behind it.
/// </summary>
internal sealed class FiniteStages(IReadOnlyList<TensorDeclaration> tensors)
{
    /// <summary>Those that something reads.</summary>
    public IReadOnlyList<string> Names => tensors.SelectMany(Of).Distinct().ToArray();

    /// <summary>Whether any is read.</summary>
    public bool Any => tensors.Any(tensor => Of(tensor).Count > 0);

    /// <summary>Those that a tensor's layer reads from; a model inside that has none is none.</summary>
    public IReadOnlyList<string> Of(TensorDeclaration tensor) => Split(tensor.Behind).Where(IsStage).ToArray();

    /// <summary>The stages of a tensor of a model inside of another one.</summary>
    /// <param name="name">The name of the model there.</param>
    /// <param name="own">The stages that it reads from in the model.</param>
    /// <param name="outer">Those that the model reads from.</param>
    public static string? Inside(string name, string? own, string? outer)
    {
        var names = Split(own).Select(stage => $"{name}.{stage}").Concat(Split(outer)).ToArray();
        return names.Length == 0 ? null : string.Join(", ", names);
    }

    private static IEnumerable<string> Split(string? names) => names?.Split([", "], StringSplitOptions.None) ?? [];

    private bool IsStage(string name) => tensors.Any(tensor => tensor.Name == name || tensor.Name == name + ".weight"
        || (tensor.Name.StartsWith(name + ".", StringComparison.Ordinal)
            && (tensor.Kind == ParameterKind.Output || tensor.Behind is not null)));
}
