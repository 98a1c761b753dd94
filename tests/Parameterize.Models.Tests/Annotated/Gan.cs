using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>Both networks of a plain GAN in one module, as small examples have them.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Gan : Module<Tensor, Tensor>
{
    private readonly Linear g_fc1, g_fc2, g_out;
    private readonly Linear d_fc1, d_fc2, d_out;

    public Gan(long latent_size, [Width] long hidden_size, long image_size) : base("Gan")
    {
        g_fc1 = Linear(latent_size, hidden_size);
        g_fc2 = Linear(hidden_size, hidden_size);
        g_out = Linear(hidden_size, image_size);
        d_fc1 = Linear(image_size, hidden_size);
        d_fc2 = Linear(hidden_size, hidden_size);
        d_out = Linear(hidden_size, 1);
        InitializeParameters();
    }

    private Tensor Generate(Tensor z) => tanh(G_out(functional.relu(G_fc2(functional.relu(G_fc1(z))))));

    private Tensor Discriminate(Tensor x) =>
        sigmoid(D_out(functional.leaky_relu(D_fc2(functional.leaky_relu(D_fc1(x), 0.2)), 0.2)));

    public override Tensor forward(Tensor z) => Discriminate(Generate(z));
}
