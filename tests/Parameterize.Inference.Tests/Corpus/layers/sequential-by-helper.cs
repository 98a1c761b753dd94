// right: _w Input, _s.0 Input, _s.2 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Sequential _s;
    private static Sequential Two(long i, long w) => Sequential(Linear(i, w), ReLU(), Linear(w, 4 * w));

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _s = Two(5, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
