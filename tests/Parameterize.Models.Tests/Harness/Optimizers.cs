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
            "SGD" => optim.SGD(model.parameters(), Rate),
            "AdamW" => optim.AdamW(model.parameters(), Rate),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    /// <summary>A factory's first argument is the rate; the others have defaults.</summary>
    private static optim.Optimizer Generated(Module model, string name)
    {
        var factory = model.GetType().GetMethod(name) ?? throw new InvalidOperationException($"{model.GetType()} has no {name}");
        var defaults = factory.GetParameters().Skip(1).Select(parameter => parameter.DefaultValue);
        return (optim.Optimizer)factory.Invoke(model, [Rate, .. defaults])!;
    }
}
