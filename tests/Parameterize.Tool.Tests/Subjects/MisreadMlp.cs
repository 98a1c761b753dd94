using Parameterize.Scaling.Rules;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Tool.Tests.Subjects;

/// <summary>Written by hand as if the compiler had misread it: it takes the fan-in of the hidden layer for finite.</summary>
public sealed class MisreadMlp : Module<Tensor, Tensor>, IParameterizedModel
{
    private readonly Linear _mix;

    public MisreadMlp(long width)
        : base(nameof(MisreadMlp))
    {
        _mix = Linear(width, width, hasBias: false);
        RegisterComponents();
        Parameterization = new ModelParameterization(
            nameof(MisreadMlp),
            Gauge.NeuralTangent,
            richness: 0.5,
            gamma: 1,
            width / 64.0,
            [
                new TensorParameterization(
                    "_mix.weight", ParameterKind.Input, new ParameterRule("input"), "? q, ? m") { FanOut = width / 64.0 },
            ]);
    }

    public ModelScaling Scaling { get; } = new ModelScaling(nameof(MisreadMlp), "n", new ScalingOptions()).With(
        "_mix.weight", ParameterKind.Input, fanOut: "n");

    public ModelParameterization Parameterization { get; }

    public override Tensor forward(Tensor input) => _mix.call(input);
}
