using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>A residual block, a model of its own.</summary>
[Parameterize(BaseWidth = 32)]
internal sealed partial class TiedBlock : Module<Tensor, Tensor>
{
    private readonly Linear _expand;
    private readonly Linear _contract;

    public TiedBlock([Width] long width, [Depth(Base = 2)] long depth, [Richness] double richness)
        : base(nameof(TiedBlock))
    {
        _expand = Linear(width, 2 * width);
        _contract = Linear(2 * width, width);
        InitializeParameters(depth: depth, richness: richness);
    }

    public override Tensor forward(Tensor x) => x + (Contract(functional.gelu(Expand(x))) * ResidualScale);
}

/// <summary>
/// A language model whose readout is its embedding; one of its blocks may occur twice. Its stream carries the embedding, so that it would
/// be refused below r = 1/2 if it did not say otherwise: tests turn its dial to see what is nested and tied, not what that makes of
/// training.
/// </summary>
[Parameterize(BaseWidth = 32)]
internal sealed partial class TiedModel : Module<Tensor, Tensor>
{
    private readonly Embedding _words;
    private readonly ModuleList<TiedBlock> _blocks = new();
    [Output(TiedTo = nameof(_words), SeesEmbedding = false)] private readonly Linear _readout;

    public TiedModel([Width] long width, long depth, [Richness] double richness, bool share = false, double inner = double.NaN)
        : base(nameof(TiedModel))
    {
        _words = Embedding(20, width);
        for (var i = 0L; i < depth; i++)
        {
            _blocks.append(share && i > 0 ? _blocks[0] : new TiedBlock(width, depth, double.IsNaN(inner) ? richness : inner));
        }

        _readout = Linear(width, 20);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        var stream = Words(x);
        foreach (var block in _blocks)
        {
            stream = block.call(stream);
        }

        return Readout(stream);
    }
}

/// <summary>The same in plain TorchSharp, at base width.</summary>
internal sealed class PlainTiedModel : Module<Tensor, Tensor>
{
    private readonly Embedding _words = Embedding(20, 32);
    private readonly Linear[] _layers = [Linear(32, 64), Linear(64, 32), Linear(32, 64), Linear(64, 32)];
    private readonly Linear _readout = Linear(32, 20);

    public PlainTiedModel()
        : base(nameof(PlainTiedModel))
    {
        RegisterComponents();
        for (var i = 0; i < _layers.Length; i++)
        {
            register_module("layer" + i, _layers[i]);
        }

        _readout.weight.requires_grad = false;
    }

    public override Tensor forward(Tensor x)
    {
        var stream = _words.call(x);
        for (var i = 0; i < _layers.Length; i += 2)
        {
            stream = stream + _layers[i + 1].call(functional.gelu(_layers[i].call(stream)));
        }

        return functional.linear(stream, _words.weight!, _readout.bias);
    }
}
