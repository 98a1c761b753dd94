using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>Models inside a sequence, an array and a list.</summary>
[Parameterize(BaseWidth = 32)]
internal sealed partial class SequenceModel : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Sequential _body;
    private readonly TiedBlock[] _row;
    private readonly List<TiedBlock> _more = [];

    public SequenceModel([Width] long width, [Richness] double richness)
        : base(nameof(SequenceModel))
    {
        _embed = Linear(8, width);
        _body = Sequential(("first", new TiedBlock(width, 2, richness)), ("bend", GELU()), ("second", new TiedBlock(width, 2, richness)));
        _row = [new TiedBlock(width, 2, richness)];
        _more.Add(new TiedBlock(width, 2, richness));
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x) => _more[0].call(_row[0].call(_body.call(Embed(x))));
}
