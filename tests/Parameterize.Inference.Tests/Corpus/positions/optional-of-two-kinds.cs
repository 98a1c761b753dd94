// right: _w Input, _p Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear? _p;

    public M([Width] long width, bool wide = true) : base("M")
    {
        _w = Linear(3, width);
        if (wide) _p = Linear(width, 16);
        else _p = Linear(width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
