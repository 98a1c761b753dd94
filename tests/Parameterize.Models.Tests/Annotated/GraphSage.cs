using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>GraphSAGE: what a node is, beside the mean of its neighbours.</summary>
[Parameterize(BaseWidth = 8)]
public partial class GraphSage : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear self1;
    private readonly Linear neigh1;
    private readonly Linear self2;
    private readonly Linear neigh2;

    public GraphSage(int in_feats, [Width] int h_feats, int num_classes) : base("GraphSage")
    {
        (self1, neigh1) = (Linear(in_feats, h_feats), Linear(in_feats, h_feats, hasBias: false));
        (self2, neigh2) = (Linear(h_feats, num_classes), Linear(h_feats, num_classes, hasBias: false));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x, Tensor adj)
    {
        var mean = adj / adj.sum(1, keepdim: true);
        var h = functional.relu(Self1(x) + Neigh1(mean.mm(x)));
        return Self2(h) + Neigh2(mean.mm(h));
    }
}
