// right: _w Input, _a Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _a = Nets.Linear(16, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public static class Nets { public static Linear Linear(long o, long i) => torch.nn.Linear(i, o); }
