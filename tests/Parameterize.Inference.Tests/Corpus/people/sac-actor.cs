// right: linear1 Input, linear2 Hidden, mean_linear Output, log_std_linear Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, (Tensor mean, Tensor logStd)>
{
    private readonly Linear linear1, linear2, mean_linear, log_std_linear;
    public M([Width] long hidden_dim, long num_inputs = 8, long num_actions = 4) : base("GaussianPolicy")
    {
        linear1 = Linear(num_inputs, hidden_dim);
        linear2 = Linear(hidden_dim, hidden_dim);
        mean_linear = Linear(hidden_dim, num_actions);
        log_std_linear = Linear(hidden_dim, num_actions);
        RegisterComponents();
        apply(weights_init_);
        InitializeParameters();
    }

    private static void weights_init_(nn.Module m)
    {
        if (m is Linear linear)
        {
            init.xavier_uniform_(linear.weight, gain: 1);
            init.constant_(linear.bias, 0);
        }
    }

    public override (Tensor mean, Tensor logStd) forward(Tensor state)
    {
        var x = functional.relu(Linear1(state));
        x = functional.relu(Linear2(x));
        return (Mean_linear(x), torch.clamp(Log_std_linear(x), -20, 2));
    }
}
