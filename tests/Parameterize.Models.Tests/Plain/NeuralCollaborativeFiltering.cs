using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>Matrix factorization beside a tower of linear layers (He et al.).</summary>
public class NeuralCollaborativeFiltering : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding embed_user_GMF, embed_item_GMF, embed_user_MLP, embed_item_MLP;
    private readonly Sequential MLP_layers;
    private readonly Linear predict_layer;

    public NeuralCollaborativeFiltering(long userNum, long itemNum, long factorNum, double dropout) : base("NeuralCollaborativeFiltering")
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
        RegisterComponents();
    }

    public override Tensor forward(Tensor user, Tensor item)
    {
        var gmf = embed_user_GMF.call(user) * embed_item_GMF.call(item);
        var interaction = cat([embed_user_MLP.call(user), embed_item_MLP.call(item)], -1);
        var mlp = MLP_layers.call(interaction);
        return predict_layer.call(cat([gmf, mlp], -1)).view(-1);
    }
}
