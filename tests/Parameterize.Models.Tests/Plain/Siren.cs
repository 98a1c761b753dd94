using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>SIREN: a picture as a function of place, with sines for activations and an initialisation to match.</summary>
public class Siren : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> net = new();
    private readonly Linear last;
    private readonly double omega;

    public Siren(long in_features, long hidden_features, int hidden_layers, long out_features, double omega_0 = 30) : base("Siren")
    {
        omega = omega_0;
        net.Add(Linear(in_features, hidden_features));
        for (var i = 0; i < hidden_layers; i++)
            net.Add(Linear(hidden_features, hidden_features));
        last = Linear(hidden_features, out_features);
        RegisterComponents();
    }

    public override Tensor forward(Tensor coords)
    {
        var x = coords;
        for (var i = 0; i < net.Count; i++)
            x = sin(omega * net[i].call(x));
        return last.call(x);
    }
}
