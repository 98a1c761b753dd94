using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A variational autoencoder on flattened images.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Vae : Module<Tensor, (Tensor, Tensor, Tensor)>
{
    private readonly Linear fc1;
    private readonly Linear fc21;
    private readonly Linear fc22;
    private readonly Linear fc3;
    private readonly Linear fc4;

    public Vae(long inputDim, [Width] long hiddenDim, long latentDim) : base("Vae")
    {
        fc1 = Linear(inputDim, hiddenDim);
        fc21 = Linear(hiddenDim, latentDim);
        fc22 = Linear(hiddenDim, latentDim);
        fc3 = Linear(latentDim, hiddenDim);
        fc4 = Linear(hiddenDim, inputDim);
        InitializeParameters();
    }

    private (Tensor, Tensor) Encode(Tensor x)
    {
        var h1 = functional.relu(Fc1(x));
        return (Fc21(h1), Fc22(h1));
    }

    private static Tensor Reparameterize(Tensor mu, Tensor logvar)
    {
        var std = exp(0.5 * logvar);
        var eps = randn_like(std);
        return mu + eps * std;
    }

    private Tensor Decode(Tensor z) => sigmoid(Fc4(functional.relu(Fc3(z))));

    public override (Tensor, Tensor, Tensor) forward(Tensor x)
    {
        var (mu, logvar) = Encode(x);
        return (Decode(Reparameterize(mu, logvar)), mu, logvar);
    }
}
