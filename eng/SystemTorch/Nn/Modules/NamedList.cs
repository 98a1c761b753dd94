using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Modules;

/// <summary>Values by name that remember their order; a few of them, so that a list is searched.</summary>
internal sealed class NamedList<T> where T : class
{
    internal List<(string Name, T Value)> Items { get; } = [];

    internal IEnumerable<KeyValuePair<string, T>> Pairs => Items.Select(entry => KeyValuePair.Create(entry.Name, entry.Value));

    internal int IndexOf(string name) => Items.FindIndex(entry => entry.Name == name);

    /// <summary>By reference: equality of tensors is of their elements.</summary>
    internal int IndexOf(string name, T value) => Items.FindIndex(entry => entry.Name == name && ReferenceEquals(entry.Value, value));

    internal T Get(string name) => TryGet(name, out var value) ? value : throw new KeyNotFoundException($"There is no '{name}'.");

    internal bool TryGet(string name, [MaybeNullWhen(false)] out T value)
    {
        var index = IndexOf(name);
        value = index < 0 ? null : Items[index].Value;
        return index >= 0;
    }

    internal void Set(string name, T value)
    {
        var index = IndexOf(name);
        if (index < 0)
            Items.Add((name, value));
        else
            Items[index] = (name, value);
    }

    internal void Insert(int index, string name, T value)
    {
        if (IndexOf(name) >= 0)
            throw new ArgumentException($"An item with the key '{name}' has already been added.");
        Items.Insert(index, (name, value));
    }

    internal bool Remove(int index)
    {
        if (index >= 0)
            Items.RemoveAt(index);
        return index >= 0;
    }
}
