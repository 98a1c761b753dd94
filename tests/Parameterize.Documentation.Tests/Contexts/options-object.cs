using Parameterize;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

[Parameterize(BaseWidth = 64)]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _expand;
    private readonly Linear _readout;

    // (block)

    public override Tensor forward(Tensor x) => Readout(functional.gelu(Expand(functional.gelu(Embed(x)))));

    private static Linear Project(long from, long to) => Linear(from, to);
}
