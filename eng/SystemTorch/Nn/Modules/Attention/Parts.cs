using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Layers inside a module that are no modules themselves: their parameters are the module's own, under dotted names.</summary>
internal static class Parts
{
    internal static void Add(nn.Module owner, string name, Tensor values)
    {
        var parameter = new Parameter(values);
        parameter.DetachFromDisposeScope();
        owner.register_parameter(name, parameter);
    }

    internal static void AddLinear(nn.Module owner, string prefix, long inputs, long outputs)
    {
        var bound = 1 / Math.Sqrt(inputs);
        Add(owner, prefix + "weight", nn.init.uniform_(empty(outputs, inputs), -bound, bound));
        Add(owner, prefix + "bias", nn.init.uniform_(empty(outputs), -bound, bound));
    }

    internal static void AddNorm(nn.Module owner, string prefix, long width)
    {
        Add(owner, prefix + "weight", ones(width));
        Add(owner, prefix + "bias", zeros(width));
    }

    internal static Tensor Linear(nn.Module owner, string prefix, Tensor input) =>
        nn.functional.linear(input, owner.get_parameter(prefix + "weight")!, owner.get_parameter(prefix + "bias"));

    internal static Tensor Norm(nn.Module owner, string prefix, Tensor input) =>
        nn.functional.layer_norm(input, [input.size(-1)], owner.get_parameter(prefix + "weight"), owner.get_parameter(prefix + "bias"));

    /// <summary>The values of one module for all parameters of another that have a name of its own after the prefix.</summary>
    internal static void Copy(nn.Module from, nn.Module owner, string prefix)
    {
        using var guard = no_grad();
        foreach (var (name, parameter) in from.named_parameters())
            owner.get_parameter(prefix + name)!.copy_(parameter);
    }
}
