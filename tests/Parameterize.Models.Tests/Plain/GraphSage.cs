using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>GraphSAGE: what a node is, beside the mean of its neighbours.</summary>
public class GraphSage : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear self1;
    private readonly Linear neigh1;
    private readonly Linear self2;
    private readonly Linear neigh2;

    public GraphSage(int in_feats, int h_feats, int num_classes) : base("GraphSage")
    {
        (self1, neigh1) = (Linear(in_feats, h_feats), Linear(in_feats, h_feats, hasBias: false));
        (self2, neigh2) = (Linear(h_feats, num_classes), Linear(h_feats, num_classes, hasBias: false));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor adj)
    {
        var mean = adj / adj.sum(1, keepdim: true);
        var h = functional.relu(self1.call(x) + neigh1.call(mean.mm(x)));
        return self2.call(h) + neigh2.call(mean.mm(h));
    }
}
