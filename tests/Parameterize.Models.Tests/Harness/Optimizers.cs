using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Harness;

/// <summary>An optimizer by its name: generated for an annotated model, TorchSharp's own for a plain one.</summary>
internal static class Optimizers
{
    public static IReadOnlyList<string> Names { get; } = ["SGD", "AdamW"];

    private const double Rate = 0.01;

    public static optim.Optimizer Of(Module model, string name) =>
        model is IParameterizedModel ? Generated(model, name) : name switch
        {
            "SGD" => optim.SGD(Distinct(model), Rate),
            "AdamW" => optim.AdamW(Distinct(model), Rate),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    /// <summary>TorchSharp lists a weight that is tied to another twice, by two objects, and would step it twice.</summary>
    private static IEnumerable<Parameter> Distinct(Module model)
    {
        var all = model.parameters().ToArray();
        return all.Where((parameter, index) => !all.Take(index).Any(earlier => Unsafe.AreSame(in First(earlier), in First(parameter))));
    }

    private static ref readonly byte First(Tensor tensor) => ref MemoryMarshal.GetReference(tensor.bytes);

    /// <summary>A factory's first argument is the rate; the others have defaults.</summary>
    private static optim.Optimizer Generated(Module model, string name)
    {
        var factory = model.GetType().GetMethod(name) ?? throw new InvalidOperationException($"{model.GetType()} has no {name}");
        var defaults = factory.GetParameters().Skip(1).Select(parameter => parameter.DefaultValue);
        return (optim.Optimizer)factory.Invoke(model, [Rate, .. defaults])!;
    }
}
