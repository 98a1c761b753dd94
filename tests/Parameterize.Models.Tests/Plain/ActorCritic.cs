using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A policy and a value on one body.</summary>
public class ActorCritic : Module<Tensor, (Tensor, Tensor)>
{
    private readonly Linear affine1;
    private readonly Linear action_head;
    private readonly Linear value_head;

    public ActorCritic(long observations, long actions, long hidden = 128) : base("ActorCritic")
    {
        affine1 = Linear(observations, hidden);
        action_head = Linear(hidden, actions);
        value_head = Linear(hidden, 1);
        RegisterComponents();
    }

    public override (Tensor, Tensor) forward(Tensor x)
    {
        x = functional.relu(affine1.call(x));
        return (functional.softmax(action_head.call(x), dim: -1), value_head.call(x));
    }
}
