using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Tool.Tests.Subjects;

/// <summary>The size of a <see cref="QuarterMlp"/>.</summary>
public sealed record QuarterSize([Width(Base = 16)] int Width);

/// <summary>A model between lazy and rich, whose width is in an options object.</summary>
[Parameterize(Richness = 0.25)]
public sealed partial class QuarterMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _readout;

    public QuarterMlp(QuarterSize size)
        : base(nameof(QuarterMlp))
    {
        _embed = Linear(3, size.Width);
        _readout = Linear(size.Width, 2);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Readout(functional.tanh(Embed(x)));
}
