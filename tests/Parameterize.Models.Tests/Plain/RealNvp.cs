using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A normalizing flow of affine couplings.</summary>
public class RealNvp : Module<Tensor, (Tensor, Tensor)>
{
    private readonly ModuleList<Sequential> s = new();
    private readonly ModuleList<Sequential> t = new();
    private readonly int couplings;

    public RealNvp(long dim, long hidden, int couplings) : base("RealNvp")
    {
        this.couplings = couplings;
        for (var i = 0; i < couplings; i++)
        {
            s.Add(Sequential(Linear(dim / 2, hidden), LeakyReLU(), Linear(hidden, dim / 2), Tanh()));
            t.Add(Sequential(Linear(dim / 2, hidden), LeakyReLU(), Linear(hidden, dim / 2)));
        }

        RegisterComponents();
    }

    public override (Tensor, Tensor) forward(Tensor x)
    {
        var logDet = zeros(x.shape[0], dtype: x.dtype);
        for (var i = 0; i < couplings; i++)
        {
            var halves = x.chunk(2, dim: 1);
            var (kept, moved) = i % 2 == 0 ? (halves[0], halves[1]) : (halves[1], halves[0]);
            var scale = s[i].call(kept);
            moved = moved * exp(scale) + t[i].call(kept);
            x = i % 2 == 0 ? cat([kept, moved], 1) : cat([moved, kept], 1);
            logDet = logDet + scale.sum(1);
        }

        return (x, logDet);
    }
}
