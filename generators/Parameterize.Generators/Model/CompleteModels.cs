namespace Parameterize.Generators.Model;

/// <summary>
/// The classes with which nothing is wrong, so that they get a part, and those of them that have an inner stage of fixed size, or may;
/// equal to another set of the same ones.
/// </summary>
internal sealed class CompleteModels : IEquatable<CompleteModels>
{
    private readonly HashSet<string> _types;
    private readonly HashSet<string> _staged;

    public CompleteModels(IReadOnlyCollection<ModelSpec> models)
    {
        _types = [.. models.Select(model => model.Type)];
        _staged = [.. models.Where(model => model.HasStage).Select(model => model.Type)];
        while (models.FirstOrDefault(model => !_staged.Contains(model.Type) && model.Layers.Any(MayHoldStage)) is { } holder)
        {
            _staged.Add(holder.Type);
        }
    }

    public bool Contains(string type) => _types.Contains(type);

    /// <summary>Whether a model inside has a stage, or is of another assembly, whose table says it at run time.</summary>
    public bool MayHoldStage(LayerSpec layer) => layer.Nested is { } nested && (!nested.IsOfThisAssembly || _staged.Contains(nested.Type));

    public bool Equals(CompleteModels? other) => other is not null && _types.SetEquals(other._types) && _staged.SetEquals(other._staged);

    public override bool Equals(object? obj) => Equals(obj as CompleteModels);

    public override int GetHashCode() => _types.Count;
}
