// right: log_std Finite, critic.0 Input, critic.2 Hidden, critic.4 Output, actor.0 Input, actor.2 Hidden, actor.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, (Tensor, Tensor)>
{
    private readonly Sequential critic, actor;
    private readonly Parameter log_std;
    public M([Width] long hidden, long obs = 8, long actions = 4) : base("Agent")
    {
        critic = Sequential(LayerInit(Linear(obs, hidden)), Tanh(), LayerInit(Linear(hidden, hidden)), Tanh(),
            LayerInit(Linear(hidden, 1), std: 1.0));
        actor = Sequential(LayerInit(Linear(obs, hidden)), Tanh(), LayerInit(Linear(hidden, hidden)), Tanh(),
            LayerInit(Linear(hidden, actions), std: 0.01));
        log_std = Parameter(zeros(1, actions));
        InitializeParameters();
    }

    private static Linear LayerInit(Linear layer, double std = 1.4142135, double bias = 0.0)
    {
        init.orthogonal_(layer.weight, std);
        init.constant_(layer.bias, bias);
        return layer;
    }

    public override (Tensor, Tensor) forward(Tensor x) => (actor.call(x), critic.call(x));
}
