using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>Matrix factorization beside a tower of linear layers (He et al.).</summary>
[Parameterize(BaseWidth = 8)]
public partial class NeuralCollaborativeFiltering : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding embed_user_GMF, embed_item_GMF, embed_user_MLP, embed_item_MLP;
    private readonly Sequential MLP_layers;
    private readonly Linear predict_layer;

    public NeuralCollaborativeFiltering(long userNum, long itemNum, [Width] long factorNum, double dropout)
        : base("NeuralCollaborativeFiltering")
    {
        long[] layers = [8 * factorNum, 4 * factorNum, 2 * factorNum, factorNum];
        embed_user_GMF = Embedding(userNum, factorNum);
        embed_item_GMF = Embedding(itemNum, factorNum);
        embed_user_MLP = Embedding(userNum, layers[0] / 2);
        embed_item_MLP = Embedding(itemNum, layers[0] / 2);
        var modules = new List<Module<Tensor, Tensor>>();
        for (var i = 1; i < layers.Length; i++)
        {
            modules.Add(Dropout(dropout));
            modules.Add(Linear(layers[i - 1], layers[i]));
            modules.Add(ReLU());
        }

        MLP_layers = Sequential(modules);
        predict_layer = Linear(2 * factorNum, 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor user, Tensor item)
    {
        var gmf = Embed_user_GMF(user) * Embed_item_GMF(item);
        var interaction = cat([Embed_user_MLP(user), Embed_item_MLP(item)], -1);
        var mlp = MLP_layers.call(interaction);
        return Predict_layer(cat([gmf, mlp], -1)).view(-1);
    }
}
