using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Benchmarks.Slopes.Models;

/// <summary>A recurrent network over four steps.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class Recurrent : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly LSTM _lstm;
    private readonly Linear _mix;
    private readonly Linear _readout;

    public Recurrent([Width] long width, [Richness] double richness)
        : base(nameof(Recurrent))
    {
        _embed = Linear(8, width);
        _lstm = LSTM(width, width, batchFirst: true);
        _mix = Linear(width, width);
        _readout = Linear(width, Tasks.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        var (states, _, _) = _lstm.call(functional.gelu(Embed(x.view(-1, 4, 8))));
        return Readout(functional.gelu(Mix(states.select(1, -1))));
    }
}

/// <summary>A vocabulary of five thousand, a readout of its own, and nothing but a layer between.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class LargeVocabulary : Module<Tensor, Tensor>
{
    private readonly Embedding _words;
    private readonly Linear _mix;
    private readonly Linear _readout;

    public LargeVocabulary([Width] long width, [Richness] double richness)
        : base(nameof(LargeVocabulary))
    {
        _words = Embedding(Tasks.LargeVocabulary, width);
        _mix = Linear(width, width);
        _readout = Linear(width, Tasks.LargeVocabulary);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x) => Readout(functional.gelu(Mix(functional.gelu(Words(x))))).flatten(0, 1);
}

/// <summary>A step of a denoiser: what it is given is joined by an embedding of the time.</summary>
[Parameterize(BaseWidth = 64)]
internal sealed partial class Denoiser : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _time;
    private readonly Linear _mix;
    private readonly Linear _readout;

    public Denoiser([Width] long width, [Richness] double richness)
        : base(nameof(Denoiser))
    {
        _embed = Linear(Tasks.Inputs, width);
        _time = Linear(16, width);
        _mix = Linear(width, width);
        _readout = Linear(width, Tasks.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        var times = (arange(x.shape[0]).unsqueeze(1) * arange(1, 17) / 8.0).sin();
        return Readout(functional.gelu(Mix(functional.gelu(Embed(x) + Time(times)))));
    }
}
