using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>The network in each gauge, with its generated optimizers behind one face.</summary>
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

    public static optim.Optimizer Sgd(Module model, double rate, double momentum = 0, double decay = 0) => model switch
    {
        NeuralTangentMlp mlp => mlp.SGD(rate, momentum, weight_decay: decay),
        LearningRateMlp mlp => mlp.SGD(rate, momentum, weight_decay: decay),
        MultiplierMlp mlp => mlp.SGD(rate, momentum, weight_decay: decay),
        TensorProgramsMlp mlp => mlp.SGD(rate, momentum, weight_decay: decay),
        _ => optim.SGD(model.parameters(), rate, momentum, weight_decay: decay),
    };

    public static optim.Optimizer Adam(Module model, double rate, double epsilon = 1e-8) => model switch
    {
        NeuralTangentMlp mlp => mlp.Adam(rate, eps: epsilon),
        LearningRateMlp mlp => mlp.Adam(rate, eps: epsilon),
        MultiplierMlp mlp => mlp.Adam(rate, eps: epsilon),
        TensorProgramsMlp mlp => mlp.Adam(rate, eps: epsilon),
        _ => optim.Adam(model.parameters(), rate, eps: epsilon),
    };

    public static optim.Optimizer AdamW(Module model, double rate, double decay) => model switch
    {
        NeuralTangentMlp mlp => mlp.AdamW(rate, weight_decay: decay),
        LearningRateMlp mlp => mlp.AdamW(rate, weight_decay: decay),
        MultiplierMlp mlp => mlp.AdamW(rate, weight_decay: decay),
        TensorProgramsMlp mlp => mlp.AdamW(rate, weight_decay: decay),
        _ => optim.AdamW(model.parameters(), rate, weight_decay: decay),
    };
}
