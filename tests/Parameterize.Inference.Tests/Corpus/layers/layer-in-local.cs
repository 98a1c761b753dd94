// right: _w Input, _a Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        var one = Linear(width, 4 * width);
        _a = one;
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
