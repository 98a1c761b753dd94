// right: _w Input, _a Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a;
    private static void Build(long w, out Linear a) => a = Linear(w, 4 * w);

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        Build(width, out _a);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
