using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>Tensors whose shapes the compiler knows in part, or that are declared by hand; it is built and looked at, not run.</summary>
[Parameterize(BaseWidth = 8)]
internal sealed partial class DeclaredModel : Module<Tensor, Tensor>
{
    [Hidden(FanIn = 0, FanOut = 1)] private readonly Parameter _mixing;
    [Input(FanOut = 1)] private readonly Parameter _positions;
    [Hidden(FanIn = 1, FanOut = 0)] private readonly Parameter _opaque;
    [Output] private readonly Parameter _entries;
    [Unscaled] private readonly Linear _frozen;
    private readonly LayerNorm _grid;
    private readonly Bilinear _both;
    private readonly ConvTranspose1d _grouped;
    private readonly Embedding _vocabulary;
    private readonly Conv2d _oblong;
    private readonly RNN _deep;

    public DeclaredModel([Width] long width, long positions)
        : base(nameof(DeclaredModel))
    {
        _mixing = new Parameter(randn(width, 2 * width));
        _positions = new Parameter(randn(positions, width));
        _opaque = new Parameter(Made(width));
        _entries = new Parameter(randn(width));
        _frozen = Linear(width, width);
        _grid = LayerNorm([4, width]);
        _both = Bilinear(width, width, 3);
        _grouped = ConvTranspose1d(width, width, 3, groups: width / 2);
        _vocabulary = Embedding(2 * width, 5);
        _oblong = Conv2d(width, 7, (3, 1));
        _deep = RNN(3, width, 3, bidirectional: true);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;

    private static Tensor Made(long width) => randn(width, width).contiguous();
}
