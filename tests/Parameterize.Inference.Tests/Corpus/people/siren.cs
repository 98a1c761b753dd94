// right: final_linear Output, net.0.linear Input, net.1.linear Hidden, net.2.linear Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly List<SineLayer> net = new();
    private readonly Linear final_linear;
    public M([Width] long hidden_features, int hidden_layers = 2, long in_features = 2, long out_features = 1,
        double omega = 30) : base("Siren")
    {
        net.Add(new SineLayer(in_features, hidden_features, true, omega));
        for (var i = 0; i < hidden_layers; i++)
            net.Add(new SineLayer(hidden_features, hidden_features, false, omega));
        final_linear = Linear(hidden_features, out_features);
        using (no_grad())
            final_linear.weight.uniform_(-Math.Sqrt(6.0 / hidden_features) / omega, Math.Sqrt(6.0 / hidden_features) / omega);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        foreach (var l in net)
            x = l.call(x);
        return Final_linear(x);
    }
}

[Parameterize(BaseWidth = 8)]
public sealed partial class SineLayer : Module<Tensor, Tensor>
{
    private readonly double omega_0;
    private readonly bool is_first;
    private readonly long in_features;
    private readonly Linear linear;
    public SineLayer([Width] long in_features, [Width] long out_features, bool is_first, double omega_0) : base("SineLayer")
    {
        this.omega_0 = omega_0;
        this.is_first = is_first;
        this.in_features = in_features;
        linear = Linear(in_features, out_features);
        init_weights();
        InitializeParameters();
    }

    private void init_weights()
    {
        using var _ = no_grad();
        if (is_first)
            linear.weight.uniform_(-1.0 / in_features, 1.0 / in_features);
        else
            linear.weight.uniform_(-Math.Sqrt(6.0 / in_features) / omega_0, Math.Sqrt(6.0 / in_features) / omega_0);
    }

    public override Tensor forward(Tensor x) => sin(omega_0 * LinearForward(x));
}
