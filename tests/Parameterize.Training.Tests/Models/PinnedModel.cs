using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>
/// Gives its parameter out under the parameter's own name, to which TorchSharp's <c>to</c> then writes in place of the registered one.
/// </summary>
internal sealed class PinnedModel : Module<Tensor, Tensor>
{
    public PinnedModel()
        : base(nameof(PinnedModel))
    {
        register_parameter("gain", Parameter(ones(3)));
        gain = get_parameter("gain")!;
    }

#pragma warning disable IDE1006 // the name is the point
    public Parameter gain { get; set; }
#pragma warning restore IDE1006

    public override Tensor forward(Tensor x) => x * gain;
}

/// <summary>Has two indexers, which TorchSharp's <c>to</c> takes for one property twice.</summary>
internal sealed class IndexedModel : Module<Tensor, Tensor>
{
    private readonly Linear _layer = Linear(3, 3);

    public IndexedModel()
        : base(nameof(IndexedModel)) => RegisterComponents();

    public int this[int index] => index;

    public int this[string index] => index.Length;

    public override Tensor forward(Tensor x) => _layer.call(x);
}
