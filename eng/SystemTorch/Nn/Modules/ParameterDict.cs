using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters by name, in the order in which they came. Registered when a parent registers the dictionary: add them before that.</summary>
public class ParameterDict : nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
{
    private readonly NamedList<Parameter> entries = new();
    private bool listed;

    public ParameterDict() : base(nameof(ParameterDict))
    {
    }

    public (string, Parameter) this[int index]
    {
        get => entries.Items[index];
        set => entries.Items[index] = value;
    }

    public Parameter this[string key]
    {
        get => entries.Get(key);
        set => entries.Set(key, value);
    }

    public int Count => entries.Items.Count;

    public bool IsReadOnly => false;

    public ICollection<string> Keys => [.. keys()];

    public ICollection<Parameter> Values => [.. values()];

    protected override void RegisterComponents()
    {
        if (listed)
            return;
        listed = true;
        foreach (var (name, parameter) in entries.Items)
            register_parameter(name, parameter);
    }

    protected override void _toEpilog(ScalarType? dtype, [AllowNull] Device device, bool non_blocking)
    {
        base._toEpilog(dtype, device, non_blocking);
        for (var i = 0; i < Count; i++)
            this[i] = (this[i].Item1, get_parameter(this[i].Item1) ?? this[i].Item2);
    }

    public void clear() => entries.Items.Clear();

    public IEnumerator<(string, Parameter)> items() => entries.Items.GetEnumerator();

    public IEnumerable<string> keys() => entries.Items.Select(entry => entry.Name);

    public IEnumerable<Parameter> values() => entries.Items.Select(entry => entry.Value);

    public void Add((string, Parameter) item) => entries.Insert(Count, item.Item1, item.Item2);

    public void Add(string key, Parameter value) => entries.Insert(Count, key, value);

    public void Add(KeyValuePair<string, Parameter> item) => entries.Insert(Count, item.Key, item.Value);

    public void Insert(int index, (string, Parameter) item) => entries.Insert(index, item.Item1, item.Item2);

    public int IndexOf((string, Parameter) item) => entries.IndexOf(item.Item1, item.Item2);

    public bool Contains((string, Parameter) item) => IndexOf(item) >= 0;

    public bool Contains(KeyValuePair<string, Parameter> item) => entries.IndexOf(item.Key, item.Value) >= 0;

    public bool ContainsKey(string key) => entries.IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => entries.TryGet(key, out value);

    public bool Remove(string key) => entries.Remove(entries.IndexOf(key));

    public bool Remove((string, Parameter) item) => entries.Remove(IndexOf(item));

    public bool Remove(KeyValuePair<string, Parameter> item) => entries.Remove(entries.IndexOf(item.Key, item.Value));

    public void RemoveAt(int index) => entries.Items.RemoveAt(index);

    public void Clear() => clear();

    public void CopyTo((string, Parameter)[] array, int arrayIndex)
    {
        for (var i = 0; i < Count; i++)
            array[arrayIndex + i] = this[i];
    }

    public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => entries.Pairs.ToArray().CopyTo(array, arrayIndex);

    public IEnumerator<(string, Parameter)> GetEnumerator() => items();

    IEnumerator IEnumerable.GetEnumerator() => items();

    IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() => entries.Pairs.GetEnumerator();
}
