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
        Func<long, long, Linear> make = (o, i) => Linear(i, o);
        _a = make(4 * width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
