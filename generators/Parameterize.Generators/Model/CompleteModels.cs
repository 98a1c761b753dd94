namespace Parameterize.Generators.Model;

/// <summary>The classes with which nothing is wrong, so that they get a part; equal to another set of the same ones.</summary>
internal sealed class CompleteModels(IEnumerable<string> types) : IEquatable<CompleteModels>
{
    private readonly HashSet<string> _types = [.. types];

    public bool Contains(string type) => _types.Contains(type);

    public bool Equals(CompleteModels? other) => other is not null && _types.SetEquals(other._types);

    public override bool Equals(object? obj) => Equals(obj as CompleteModels);

    public override int GetHashCode() => _types.Count;
}
