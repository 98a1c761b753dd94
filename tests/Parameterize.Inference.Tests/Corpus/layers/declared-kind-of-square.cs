// right: _w Input, _k Hidden
// may be refused
// The attribute says that it grows, not how.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    [Hidden] private readonly Linear _k;
    protected virtual long Inner(long w) => w * w;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _k = Linear(width, Inner(width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
