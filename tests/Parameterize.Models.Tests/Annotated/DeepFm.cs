using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>DeepFM: a factorization machine beside a deep network, on shared embeddings of fields.</summary>
[Parameterize(BaseWidth = 8)]
public partial class DeepFm : Module<Tensor, Tensor>
{
    private readonly Embedding fc;
    [Unscaled] private readonly Parameter bias;
    private readonly Embedding embedding;
    private readonly Sequential mlp;
    private readonly long embed_output_dim;

    public DeepFm(long feature_num, long field_num, [DotWidth] long embed_dim, [Width(Base = 16)] long mlp_dim1, [Width] long mlp_dim2)
        : base("DeepFm")
    {
        fc = Embedding(feature_num, 1);
        bias = Parameter(zeros(1));
        embedding = Embedding(feature_num, embed_dim);
        embed_output_dim = field_num * embed_dim;
        mlp = Sequential(
            Linear(embed_output_dim, mlp_dim1),
            BatchNorm1d(mlp_dim1),
            ReLU(),
            Linear(mlp_dim1, mlp_dim2),
            ReLU(),
            Linear(mlp_dim2, 1));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var embed_x = EmbeddingForward(x);
        var square_of_sum = embed_x.sum(1).pow(2);
        var sum_of_square = embed_x.pow(2).sum(1);
        var fm = 0.5 * (square_of_sum - sum_of_square).sum(1, keepdim: true) * BareDotScale;
        var linear = Fc(x).sum(1) + bias;
        return sigmoid(linear + fm + mlp.call(embed_x.view(-1, embed_output_dim))).squeeze(1);
    }
}
