// right: _w Input, _k Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    [Hidden] private readonly Linear _k;

    public M([Width] long width, int extra = 8) : base("M")
    {
        _w = Linear(3, width);
        _k = Linear(width, width + extra);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
