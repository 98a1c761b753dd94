using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>The four-layer network whose decay grows as the root of what its rates shrink by.</summary>
[Parameterize(BaseWidth = 64, Gauge = Gauge.NeuralTangent, DecayExponent = 0.5)]
public sealed partial class RootDecayMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed, _mix, _refine, _readout;

    public RootDecayMlp([Width] long width, [Richness] double richness)
        : base("mlp")
    {
        _embed = Linear(PlainMlp.Inputs, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, PlainMlp.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(input)))))));
}

/// <summary>The same in the gauge in which that was found.</summary>
[Parameterize(BaseWidth = 64, Gauge = Gauge.TensorPrograms, DecayExponent = 0.5)]
public sealed partial class RootDecayProgramsMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed, _mix, _refine, _readout;

    public RootDecayProgramsMlp([Width] long width, [Richness] double richness)
        : base("mlp")
    {
        _embed = Linear(PlainMlp.Inputs, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, PlainMlp.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(input)))))));
}

/// <summary>The same without multipliers.</summary>
[Parameterize(BaseWidth = 64, Gauge = Gauge.LearningRate, DecayExponent = 0.5)]
public sealed partial class RootDecayRateMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed, _mix, _refine, _readout;

    public RootDecayRateMlp([Width] long width, [Richness] double richness)
        : base("mlp")
    {
        _embed = Linear(PlainMlp.Inputs, width);
        _mix = Linear(width, width);
        _refine = Linear(width, width);
        _readout = Linear(width, PlainMlp.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor input) =>
        Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(input)))))));
}
