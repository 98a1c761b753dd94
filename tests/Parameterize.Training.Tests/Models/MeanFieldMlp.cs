using Parameterize.Scaling.Rules;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>The network of <see cref="DialMlp"/> in the mean field parametrization, by explicit exponents, for SGD.</summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class MeanFieldMlp : Module<Tensor, Tensor>
{
    private const double Gain = 1.4142135623730951; // keeps the size of a signal through a GELU

    [Input(InitStd = 0.17677669529663687), Exponents(0, 0, CSgd = -1)] private readonly Linear _embed; // 1/sqrt(32)
    [Hidden(InitStd = Gain * 0.125), Exponents(0.5, 0, CSgd = -1)] private readonly Linear _mix; // gain/sqrt(64)
    [Hidden(InitStd = Gain * 0.125), Exponents(0.5, 0, CSgd = -1)] private readonly Linear _refine;
    [Output(InitStd = 0.125), Exponents(1, 0, CSgd = -1)] private readonly Linear _readout; // 1/sqrt(64)

    public MeanFieldMlp([Width] long width)
        : base("mlp")
    {
        _embed = Linear(PlainMlp.Inputs, width, hasBias: false);
        _mix = Linear(width, width, hasBias: false);
        _refine = Linear(width, width, hasBias: false);
        _readout = Linear(width, PlainMlp.Outputs, hasBias: false);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(input)))))));
}
