using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>Users and items as vectors, with biases of their own.</summary>
public class MatrixFactorization : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding user_factors;
    private readonly Embedding item_factors;
    private readonly Embedding user_biases;
    private readonly Embedding item_biases;

    public MatrixFactorization(long n_users, long n_items, long n_factors = 20) : base("MatrixFactorization")
    {
        user_factors = Embedding(n_users, n_factors);
        item_factors = Embedding(n_items, n_factors);
        user_biases = Embedding(n_users, 1);
        item_biases = Embedding(n_items, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor user, Tensor item)
    {
        var pred = user_biases.call(user) + item_biases.call(item);
        pred += (user_factors.call(user) * item_factors.call(item)).sum(1, keepdim: true);
        return pred.squeeze();
    }
}
