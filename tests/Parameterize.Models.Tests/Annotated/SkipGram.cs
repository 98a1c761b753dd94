using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>Skip-gram with negative sampling: a vector of each word as centre, one as context.</summary>
[Parameterize(BaseWidth = 8)]
public partial class SkipGram : Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly Embedding u_embeddings;
    private readonly Embedding v_embeddings;

    public SkipGram(long emb_size, [DotWidth] long emb_dimension) : base("SkipGram")
    {
        u_embeddings = Embedding(emb_size, emb_dimension);
        v_embeddings = Embedding(emb_size, emb_dimension);
        var initrange = 1.0 / emb_dimension;
        init.uniform_(u_embeddings.weight!, -initrange, initrange);
        init.constant_(v_embeddings.weight!, 0);
        InitializeParameters();
    }

    public override Tensor forward(Tensor pos_u, Tensor pos_v, Tensor neg_v)
    {
        var emb_u = U_embeddings(pos_u);
        var emb_v = V_embeddings(pos_v);
        var emb_neg_v = V_embeddings(neg_v);
        var score = functional.logsigmoid((emb_u * emb_v).sum(1) * BareDotScale);
        var neg_score = functional.logsigmoid(-bmm(emb_neg_v, emb_u.unsqueeze(2)).squeeze(2) * BareDotScale).sum(1);
        return -(score + neg_score).mean();
    }
}
