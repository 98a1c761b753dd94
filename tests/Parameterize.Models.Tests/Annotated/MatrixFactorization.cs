using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>Users and items as vectors, with biases of their own.</summary>
[Parameterize(BaseWidth = 8)]
public partial class MatrixFactorization : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding user_factors;
    private readonly Embedding item_factors;
    private readonly Embedding user_biases;
    private readonly Embedding item_biases;

    public MatrixFactorization(long n_users, long n_items, [DotWidth] long n_factors = 20) : base("MatrixFactorization")
    {
        user_factors = Embedding(n_users, n_factors);
        item_factors = Embedding(n_items, n_factors);
        user_biases = Embedding(n_users, 1);
        item_biases = Embedding(n_items, 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor user, Tensor item)
    {
        var pred = User_biases(user) + Item_biases(item);
        pred += (User_factors(user) * Item_factors(item)).sum(1, keepdim: true) * BareDotScale;
        return pred.squeeze();
    }
}
