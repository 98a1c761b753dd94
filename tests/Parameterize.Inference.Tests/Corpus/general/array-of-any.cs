// right: _w Input, _l.0 Input, _l.2 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Module<Tensor, Tensor>[] _l;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _l = new Module<Tensor, Tensor>[] { Linear(5, width), ReLU(), Linear(width, width) };
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

