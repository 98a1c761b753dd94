using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A dueling network: the value of a state, and the advantage of each action.</summary>
public class DuelingDqn : Module<Tensor, Tensor>
{
    private readonly Sequential feature;
    private readonly Sequential advantage;
    private readonly Sequential value;

    public DuelingDqn(int stateSize, int actionSize, int hiddenSize = 128) : base("DuelingDqn")
    {
        feature = Sequential(Linear(stateSize, hiddenSize), ReLU());
        advantage = Sequential(Linear(hiddenSize, hiddenSize), ReLU(), Linear(hiddenSize, actionSize));
        value = Sequential(Linear(hiddenSize, hiddenSize), ReLU(), Linear(hiddenSize, 1));
        RegisterComponents();
    }

    public override Tensor forward(Tensor state)
    {
        var x = feature.call(state);
        var adv = advantage.call(x);
        return value.call(x) + adv - adv.mean([1L], keepdim: true);
    }
}
