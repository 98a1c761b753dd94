using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>The network in each gauge, with its generated optimizers by name.</summary>
public static class Gauges
{
    public static IReadOnlyList<Gauge> All { get; } = Enum.GetValues<Gauge>();

    public static Module<Tensor, Tensor> Build(Gauge gauge, long width, double richness) => gauge switch
    {
        Gauge.NeuralTangent => new NeuralTangentMlp(width, richness),
        Gauge.LearningRate => new LearningRateMlp(width, richness),
        Gauge.Multiplier => new MultiplierMlp(width, richness),
        Gauge.TensorPrograms => new TensorProgramsMlp(width, richness),
        _ => throw new ArgumentOutOfRangeException(nameof(gauge)),
    };

    /// <summary>
    /// A model's generated optimizer, or TorchSharp's own for a plain model; arguments go by name, the rest are defaults.
    /// </summary>
    public static optim.Optimizer Optimizer(Module model, string factory, params (string Name, object Value)[] arguments)
    {
        var isPlain = model is not IParameterizedModel;
        var method = isPlain
            ? typeof(optim).GetMethods().Single(candidate =>
                candidate.Name == factory && candidate.GetParameters()[0].ParameterType == typeof(IEnumerable<Parameter>))
            : model.GetType().GetMethod(factory)!;
        var given = arguments.ToDictionary(argument => argument.Name, argument => argument.Value);
        var values = method.GetParameters().Select((parameter, index) =>
            isPlain && index == 0 ? model.parameters() : given.Remove(parameter.Name!, out var value) ? value : parameter.DefaultValue);
        var optimizer = (optim.Optimizer)method.Invoke(isPlain ? null : model, [.. values])!;
        return given.Count == 0 ? optimizer : throw new ArgumentException($"{factory} has no {string.Join(", ", given.Keys)}");
    }

    /// <summary>A model's generated clipping, or TorchSharp's own for a plain model.</summary>
    public static double Clip(Module model, double norm, optim.Optimizer optimizer) => model is IParameterizedModel
        ? (double)model.GetType().GetMethod("ClipGradNorm", [typeof(double), typeof(optim.Optimizer), typeof(bool)])!.Invoke(
            model, [norm, optimizer, false])!
        : nn.utils.clip_grad_norm_(model.parameters(), norm);
}
