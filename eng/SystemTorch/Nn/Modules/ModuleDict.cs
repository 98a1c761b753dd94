using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules by name, in the order in which they came. They are registered when a parent registers the dictionary: add them before that.</summary>
public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)> where T : nn.Module
{
    private readonly NamedList<T> entries = new();
    private bool listed;

    public ModuleDict() : base(nameof(ModuleDict<T>))
    {
    }

    public (string, T) this[int index]
    {
        get => entries.Items[index];
        set => entries.Items[index] = value;
    }

    public T this[string key]
    {
        get => entries.Get(key);
        set => entries.Set(key, value);
    }

    public int Count => entries.Items.Count;

    public bool IsReadOnly => false;

    public ICollection<string> Keys => [.. keys()];

    public ICollection<T> Values => [.. values()];

    protected override void RegisterComponents()
    {
        if (listed)
            return;
        listed = true;
        foreach (var (name, module) in entries.Items)
            register_module(name, module);
    }

    public void clear() => entries.Items.Clear();

    public IEnumerator<(string, T)> items() => entries.Items.GetEnumerator();

    public IEnumerable<string> keys() => entries.Items.Select(entry => entry.Name);

    public IEnumerable<T> values() => entries.Items.Select(entry => entry.Value);

    public void Add((string, T) item) => entries.Insert(Count, item.Item1, item.Item2);

    public void Add(string key, T value) => entries.Insert(Count, key, value);

    public void Add(KeyValuePair<string, T> item) => entries.Insert(Count, item.Key, item.Value);

    public void Insert(int index, (string, T) item) => entries.Insert(index, item.Item1, item.Item2);

    public int IndexOf((string, T) item) => entries.IndexOf(item.Item1, item.Item2);

    public bool Contains((string, T) item) => IndexOf(item) >= 0;

    public bool Contains(KeyValuePair<string, T> item) => entries.IndexOf(item.Key, item.Value) >= 0;

    public bool ContainsKey(string key) => entries.IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => entries.TryGet(key, out value);

    public bool Remove(string key) => entries.Remove(entries.IndexOf(key));

    public bool Remove((string, T) item) => entries.Remove(IndexOf(item));

    public bool Remove(KeyValuePair<string, T> item) => entries.Remove(entries.IndexOf(item.Key, item.Value));

    public void RemoveAt(int index) => entries.Items.RemoveAt(index);

    public void Clear() => clear();

    public void CopyTo((string, T)[] array, int arrayIndex)
    {
        for (var i = 0; i < Count; i++)
            array[arrayIndex + i] = this[i];
    }

    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => entries.Pairs.ToArray().CopyTo(array, arrayIndex);

    public IEnumerator<(string, T)> GetEnumerator() => items();

    IEnumerator IEnumerable.GetEnumerator() => items();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => entries.Pairs.GetEnumerator();
}
