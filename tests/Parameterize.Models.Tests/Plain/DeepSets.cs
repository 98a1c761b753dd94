using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A function of a set: each element alone, their mean, then the whole.</summary>
public class DeepSets : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> phi;
    private readonly Module<Tensor, Tensor> rho;

    public DeepSets(long d_in, long d_hidden, long d_out, int depth = 2) : base("DeepSets")
    {
        phi = MakeMlp(d_in, d_hidden, d_hidden, depth);
        rho = MakeMlp(d_hidden, d_hidden, d_out, depth);
        RegisterComponents();
    }

    private static Module<Tensor, Tensor> MakeMlp(long inputs, long hidden, long outputs, int depth)
    {
        var layers = new List<Module<Tensor, Tensor>> { Linear(inputs, hidden), ELU() };
        for (var i = 1; i < depth; i++)
        {
            layers.Add(Linear(hidden, hidden));
            layers.Add(ELU());
        }

        layers.Add(Linear(hidden, outputs));
        return Sequential(layers);
    }

    public override Tensor forward(Tensor x) => rho.call(phi.call(x).mean([1L]));
}
