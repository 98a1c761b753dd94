using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A deep autoencoder that narrows by halves.</summary>
public class Autoencoder : Module<Tensor, Tensor>
{
    private readonly Sequential encoder;
    private readonly Sequential decoder;

    public Autoencoder(long inputs, long width) : base("Autoencoder")
    {
        encoder = Sequential(
            Linear(inputs, width),
            ReLU(true),
            Linear(width, width / 2),
            ReLU(true),
            Linear(width / 2, 3));
        decoder = Sequential(
            Linear(3, width / 2),
            ReLU(true),
            Linear(width / 2, width),
            ReLU(true),
            Linear(width, inputs),
            Tanh());
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = encoder.call(x);
        return decoder.call(x);
    }
}
