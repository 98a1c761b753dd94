using TorchSharp.PyBridge;
using Parameterize;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

var plain = new PlainMlp(1024);
var model = new Mlp(1024);
// (block)

[Parameterize(BaseWidth = 64)]
public sealed partial class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _readout;

    public Mlp([Width] long width) : base(nameof(Mlp))
    {
        _embed = Linear(32, width);
        _readout = Linear(width, 10);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Readout(functional.gelu(Embed(x)));
}

public sealed class PlainMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _readout;

    public PlainMlp(long width) : base(nameof(PlainMlp))
    {
        _embed = Linear(32, width);
        _readout = Linear(width, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => _readout.call(functional.gelu(_embed.call(x)));
}
