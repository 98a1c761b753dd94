// right: fc Input, n1.weight_mu Hidden, n1.weight_sigma Hidden, n2.weight_mu Output, n2.weight_sigma Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class NoisyLinear : Module<Tensor, Tensor>
{
    [Hidden(FanIn = 1, FanOut = 0)]
    private readonly Parameter weight_mu, weight_sigma;
    [Input]
    private readonly Parameter bias_mu, bias_sigma;
    private readonly long in_features, out_features;
    private readonly double std_init;
    public NoisyLinear([Width] long in_features, [Width] long out_features, double std_init = 0.4) : base("NoisyLinear")
    {
        this.in_features = in_features;
        this.out_features = out_features;
        this.std_init = std_init;
        weight_mu = Parameter(torch.empty(out_features, in_features));
        weight_sigma = Parameter(torch.empty(out_features, in_features));
        bias_mu = Parameter(torch.empty(out_features));
        bias_sigma = Parameter(torch.empty(out_features));
        reset_parameters();
        InitializeParameters(in_features, out_features);
    }

    private void reset_parameters()
    {
        var mu_range = 1 / Math.Sqrt(in_features);
        init.uniform_(weight_mu, -mu_range, mu_range);
        init.constant_(weight_sigma, std_init / Math.Sqrt(in_features));
        init.uniform_(bias_mu, -mu_range, mu_range);
        init.constant_(bias_sigma, std_init / Math.Sqrt(out_features));
    }

    public override Tensor forward(Tensor x) => functional.linear(x, Weight_mu + Weight_sigma * torch.randn_like(Weight_sigma),
        Bias_mu + Bias_sigma);
}

[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear fc;
    private readonly NoisyLinear n1, n2;
    public M([Width] long width, long obs = 4, long act = 2) : base("M")
    {
        fc = Linear(obs, width);
        n1 = new NoisyLinear(width, width);
        n2 = new NoisyLinear(width, act);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => n2.call(functional.relu(n1.call(functional.relu(Fc(x)))));
}
