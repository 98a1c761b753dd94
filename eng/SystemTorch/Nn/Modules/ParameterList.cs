using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters in a list, under the names "0", "1", ...</summary>
public class ParameterList : nn.Module, IList<Parameter>
{
    private readonly List<Parameter> items;
    private bool listed;

    public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => items = [.. parameters];

    public Parameter this[int index]
    {
        get => items[index];
        set => items[index] = value;
    }

    public int Count => items.Count;

    public bool IsReadOnly => false;

    protected override void RegisterComponents()
    {
        if (listed)
            return;
        listed = true;
        for (var i = 0; i < items.Count; i++)
            register_parameter(i.ToString(CultureInfo.InvariantCulture), items[i]);
    }

    protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
    {
        base._toEpilog(dtype, device, non_blocking);
        for (var i = 0; i < items.Count; i++)
            items[i] = get_parameter(i.ToString(CultureInfo.InvariantCulture)) ?? items[i];
    }

    public void Add(Parameter item) => items.Add(item);

    public void append(params Parameter[] parameters) => items.AddRange(parameters);

    public void extend(IEnumerable<Parameter> parameters) => items.AddRange(parameters);

    public void Clear() => items.Clear();

    public bool Contains(Parameter item) => items.Exists(other => ReferenceEquals(other, item));

    public void CopyTo(Parameter[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);

    public IEnumerator<Parameter> GetEnumerator() => items.GetEnumerator();

    public int IndexOf(Parameter item) => items.FindIndex(other => ReferenceEquals(other, item));

    public void Insert(int index, Parameter item) => items.Insert(index, item);

    public bool Remove(Parameter item)
    {
        var index = IndexOf(item);
        if (index >= 0)
            items.RemoveAt(index);
        return index >= 0;
    }

    public void RemoveAt(int index) => items.RemoveAt(index);

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
