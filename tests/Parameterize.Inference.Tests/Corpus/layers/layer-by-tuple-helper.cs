// right: _w Input, _a Hidden, _b Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a, _b;
    private static (Linear, Linear) Pair(long w) => (Linear(w, w), Linear(w, 3));

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        (_a, _b) = Pair(width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
