// right: _in Input, _a Input, _b Input, _c Input, _d Input, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _out;
    [Input(FanOut = 1)] private readonly Parameter _a, _b, _c, _d;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _a = Parameter(0.02 * randn(6, width));
        _b = Parameter(randn(6, width).mul(0.02).add(1));
        _c = new Parameter(ones(1) * randn(6, width));
        _d = Parameter((randn(6, width) - 1) / 2 + 3);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
