using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A Gaussian policy for continuous actions, with a learned deviation, and its critic.</summary>
[Parameterize(BaseWidth = 8)]
public partial class PolicyGradient : Module<Tensor, (Tensor, Tensor, Tensor)>
{
    private readonly Sequential actor_mean;
    [Unscaled] private readonly Parameter actor_logstd;
    private readonly Sequential critic;

    public PolicyGradient(long obs, long act, [Width] long hidden = 64) : base("PolicyGradient")
    {
        critic = Sequential(
            LayerInit(Linear(obs, hidden)),
            Tanh(),
            LayerInit(Linear(hidden, hidden)),
            Tanh(),
            LayerInit(Linear(hidden, 1), std: 1.0));
        actor_mean = Sequential(
            LayerInit(Linear(obs, hidden)),
            Tanh(),
            LayerInit(Linear(hidden, hidden)),
            Tanh(),
            LayerInit(Linear(hidden, act), std: 0.01));
        actor_logstd = Parameter(zeros(1, act));
        InitializeParameters();
    }

    private static Linear LayerInit(Linear layer, double std = 1.414, double bias_const = 0.0)
    {
        init.orthogonal_(layer.weight, std);
        init.constant_(layer.bias!, bias_const);
        return layer;
    }

    public override (Tensor, Tensor, Tensor) forward(Tensor x)
    {
        var mean = actor_mean.call(x);
        return (mean, actor_logstd.expand_as(mean).exp(), critic.call(x));
    }
}
