// right: _w Input, _a Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a;

    public M([Width] long width, bool wide = true) : base("M")
    {
        _w = Linear(3, width);
        _a = wide ? Linear(width, 4 * width) : Linear(width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
