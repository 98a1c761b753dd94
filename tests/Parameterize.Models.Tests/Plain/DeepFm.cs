using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>DeepFM: a factorization machine beside a deep network, on shared embeddings of fields.</summary>
public class DeepFm : Module<Tensor, Tensor>
{
    private readonly Embedding fc;
    private readonly Parameter bias;
    private readonly Embedding embedding;
    private readonly Sequential mlp;
    private readonly long embed_output_dim;

    public DeepFm(long feature_num, long field_num, long embed_dim, long[] mlp_dims)
        : base("DeepFm")
    {
        fc = Embedding(feature_num, 1);
        bias = Parameter(zeros(1));
        embedding = Embedding(feature_num, embed_dim);
        embed_output_dim = field_num * embed_dim;
        mlp = Sequential(
            Linear(embed_output_dim, mlp_dims[0]),
            BatchNorm1d(mlp_dims[0]),
            ReLU(),
            Linear(mlp_dims[0], mlp_dims[1]),
            ReLU(),
            Linear(mlp_dims[1], 1));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var embed_x = embedding.call(x);
        var square_of_sum = embed_x.sum(1).pow(2);
        var sum_of_square = embed_x.pow(2).sum(1);
        var fm = 0.5 * (square_of_sum - sum_of_square).sum(1, keepdim: true);
        var linear = fc.call(x).sum(1) + bias;
        return sigmoid(linear + fm + mlp.call(embed_x.view(-1, embed_output_dim))).squeeze(1);
    }
}
