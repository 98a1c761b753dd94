// right: pi_net.0 Input, pi_net.2 Hidden, pi_net.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential pi_net;
    private static Sequential mlp(IReadOnlyList<long> sizes, Func<Module<Tensor, Tensor>> activation, Func<Module<Tensor,
        Tensor>> output_activation)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        for (int j = 0; j < sizes.Count - 1; j++)
        {
            var act = j < sizes.Count - 2 ? activation : output_activation;
            layers.AddRange(new[] { Linear(sizes[j], sizes[j + 1]), act() });
        }

        return Sequential(layers);
    }

    public M([Width] long hidden, long obs_dim = 3, long act_dim = 2) : base("MLPActor")
    {
        pi_net = mlp(new[] { obs_dim }.Concat(new[] { hidden, hidden }).Concat(new[] { act_dim }).ToList(), () => ReLU(), () =>
            Identity());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => pi_net.call(x);
}
