// right: _w Input, _a Output, _b Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a, _b;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _a = Linear(width, 4 * width);
        _b = Linear(width, 3);
        (_a, _b) = (_b, _a);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
