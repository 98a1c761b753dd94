using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>What a graph convolution network is made of.</summary>
public sealed class GcnOptions
{
    public long Features { get; init; }

    [Width]
    public long Hidden { get; init; } = 16;

    public long Classes { get; init; } = 7;

    public double Dropout { get; init; } = 0.5;
}

/// <summary>Two graph convolutions (Kipf and Welling).</summary>
[Parameterize(BaseWidth = 8)]
public partial class Gcn : Module<Tensor, Tensor, Tensor>
{
    private readonly GraphConvolution gc1, gc2;
    private readonly double dropout;

    public Gcn(GcnOptions options) : base("Gcn")
    {
        gc1 = new GraphConvolution(options.Features, options.Hidden);
        gc2 = new GraphConvolution(options.Hidden, options.Classes);
        dropout = options.Dropout;
        InitializeParameters(options.Hidden);
    }

    public override Tensor forward(Tensor x, Tensor adj)
    {
        x = functional.relu(gc1.call(x, adj));
        x = functional.dropout(x, dropout, training);
        return functional.log_softmax(gc2.call(x, adj), 1);
    }
}

/// <summary>A linear layer on what the neighbours hold.</summary>
[Parameterize(BaseWidth = 8)]
public partial class GraphConvolution : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear lin;
    [Input] private readonly Parameter bias;

    public GraphConvolution([Width] long inFeatures, [Width] long outFeatures) : base("GraphConvolution")
    {
        lin = Linear(inFeatures, outFeatures, hasBias: false);
        bias = Parameter(zeros(outFeatures));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x, Tensor adj) => adj.matmul(Lin(x)) + Bias;
}
