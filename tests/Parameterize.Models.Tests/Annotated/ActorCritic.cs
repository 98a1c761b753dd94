using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A policy and a value on one body.</summary>
[Parameterize(BaseWidth = 8)]
public partial class ActorCritic : Module<Tensor, (Tensor, Tensor)>
{
    private readonly Linear affine1;
    private readonly Linear action_head;
    private readonly Linear value_head;

    public ActorCritic(long observations, long actions, [Width] long hidden = 128) : base("ActorCritic")
    {
        affine1 = Linear(observations, hidden);
        action_head = Linear(hidden, actions);
        value_head = Linear(hidden, 1);
        InitializeParameters();
    }

    public override (Tensor, Tensor) forward(Tensor x)
    {
        x = functional.relu(Affine1(x));
        return (functional.softmax(Action_head(x), dim: -1), Value_head(x));
    }
}
