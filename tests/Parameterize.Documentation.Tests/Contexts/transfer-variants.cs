using Parameterize;
using Parameterize.Experiments;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

IReadOnlyList<TransferVariant> compared =
[
// (block)
];
Console.WriteLine(compared.Count);

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
