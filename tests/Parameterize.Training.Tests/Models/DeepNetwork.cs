using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>A decoder with as many blocks as one asks for. The classes below divide what its branches add.</summary>
public abstract class DeepDecoder : Module<Tensor, Tensor>
{
    private const double Kept = 0.125; // 1/sqrt(64)
    private const double Small = Kept / 4; // of what a branch adds: see DepthSlopeTests
    private protected const long HeadWidth = 16;

    private protected readonly Embedding _embed;
    private protected readonly ModuleList<LayerNorm> _attentionNorms = [];
    [Hidden(InitStd = Kept)] private protected readonly ModuleList<Linear> _queries = [];
    [Hidden(InitStd = Kept)] private protected readonly ModuleList<Linear> _keys = [];
    [Hidden(InitStd = Kept)] private protected readonly ModuleList<Linear> _values = [];
    [Hidden(InitStd = Small)] private protected readonly ModuleList<Linear> _gathers = [];
    private protected readonly ModuleList<LayerNorm> _feedNorms = [];
    [Hidden(InitStd = Kept)] private protected readonly ModuleList<Linear> _expands = [];
    [Hidden(InitStd = Small)] private protected readonly ModuleList<Linear> _contracts = [];
    private protected readonly Identity _logits;
    private protected readonly Identity _stream;
    private protected readonly LayerNorm _norm;
    [Output(InitStd = Kept)] private protected readonly Linear _readout;

    private protected DeepDecoder(long vocabulary, long width, long depth)
        : base("deep")
    {
        _embed = Embedding(vocabulary, width);
        for (long block = 0; block < depth; block++)
        {
            _attentionNorms.Add(LayerNorm(width));
            _queries.Add(Linear(width, width, hasBias: false));
            _keys.Add(Linear(width, width, hasBias: false));
            _values.Add(Linear(width, width, hasBias: false));
            _gathers.Add(Linear(width, width, hasBias: false));
            _feedNorms.Add(LayerNorm(width));
            _expands.Add(Linear(width, 2 * width, hasBias: false));
            _contracts.Add(Linear(2 * width, width, hasBias: false));
        }

        _logits = Identity();
        _stream = Identity();
        _norm = LayerNorm(width);
        _readout = Linear(width, vocabulary, hasBias: false);
    }
}

/// <summary>By their number (CompleteP: delta = 1).</summary>
[Parameterize(BaseWidth = 64, Richness = Richness.MaximalUpdate)]
public sealed partial class DeepNetwork : DeepDecoder
{
    public DeepNetwork(long vocabulary, [Width] long width, [Depth(Base = 2)] long depth)
        : base(vocabulary, width, depth) => InitializeParameters(depth: depth);

    public override Tensor forward(Tensor input)
    {
        var stream = Embed(input);
        for (var block = 0; block < _queries.Count; block++)
        {
            var x = AttentionNorms(block, stream);
            var mixed = Attention.Mix(Queries(block, x), Keys(block, x), Values(block, x), HeadWidth, 0.25, _logits);
            stream = stream + (Gathers(block, mixed) * ResidualScale);
            stream = stream + (Contracts(block, functional.gelu(Expands(block, FeedNorms(block, stream)))) * ResidualScale);
        }

        return Readout(Norm(_stream.call(stream))).flatten(0, 1);
    }
}

/// <summary>By the root of their number (depth-muP: delta = 1/2).</summary>
[Parameterize(BaseWidth = 64, Richness = Richness.MaximalUpdate, DepthExponent = 0.5)]
public sealed partial class RootDeepNetwork : DeepDecoder
{
    public RootDeepNetwork(long vocabulary, [Width] long width, [Depth(Base = 2)] long depth)
        : base(vocabulary, width, depth) => InitializeParameters(depth: depth);

    public override Tensor forward(Tensor input)
    {
        var stream = Embed(input);
        for (var block = 0; block < _queries.Count; block++)
        {
            var x = AttentionNorms(block, stream);
            var mixed = Attention.Mix(Queries(block, x), Keys(block, x), Values(block, x), HeadWidth, 0.25, _logits);
            stream = stream + (Gathers(block, mixed) * ResidualScale);
            stream = stream + (Contracts(block, functional.gelu(Expands(block, FeedNorms(block, stream)))) * ResidualScale);
        }

        return Readout(Norm(_stream.call(stream))).flatten(0, 1);
    }
}
