// right: _w Input, _a Hidden, _b Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a, _b;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        (_a, _b) = (Linear(width, width), Linear(width, 3));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
