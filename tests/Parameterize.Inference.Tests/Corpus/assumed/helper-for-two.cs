// right: _actor.0 Input, _actor.2 Hidden, _actor.4 Output, _critic.0 Input, _critic.2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential _actor, _critic;

    public M([Width] long hidden, int actorLayers = 2, int criticLayers = 1) : base("M")
    {
        _actor = Mlp(5, hidden, actorLayers, 2);
        _critic = Mlp(6, hidden, criticLayers, 1);
        InitializeParameters(hidden);
    }

    private static Sequential Mlp(long size, long hidden, int layers, long outputs)
    {
        var modules = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i < layers; i++)
        {
            modules.Add(Linear(size, hidden));
            modules.Add(Tanh());
            size = hidden;
        }

        modules.Add(Linear(size, outputs));
        return Sequential(modules);
    }

    public override Tensor forward(Tensor x) => x;
}
