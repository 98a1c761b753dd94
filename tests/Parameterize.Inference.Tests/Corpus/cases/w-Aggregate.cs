// right: _w Input, _ls.0 Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly List<Linear> _ls = new();

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        new long[] { width }.Aggregate(5L, (prev, next) => { _ls.Add(Linear(prev, next)); return next; });
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
