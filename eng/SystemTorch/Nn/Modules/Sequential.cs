using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after another, each called (so that its hooks run) with the result of the one before.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.IModule<Tensor, Tensor>> steps = [];

    internal Sequential() : base(nameof(Sequential)) => SkipFields();

    protected Sequential(params (string name, nn.Module<Tensor, Tensor>)[] modules) : this()
    {
        foreach (var (name, module) in modules)
            append(name, module);
    }

    protected Sequential(params nn.Module<Tensor, Tensor>[] modules) : this()
    {
        foreach (var module in modules)
            append(module);
    }

    public int Count => steps.Count;

    public nn.IModule<Tensor, Tensor> this[int index] => steps[index];

    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, (nn.Module)module);
        steps.Add(module);
        return this;
    }

    public Sequential append(nn.IModule<Tensor, Tensor> module) => append(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    public override Tensor forward(Tensor tensor)
    {
        if (steps.Count == 0)
            return tensor.alias();
        using var scope = NewDisposeScope();
        var result = tensor;
        foreach (var step in steps)
            result = step.call(result);
        return result.MoveToOuterDisposeScope();
    }
}
