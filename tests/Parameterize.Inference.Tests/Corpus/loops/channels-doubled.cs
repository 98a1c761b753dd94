// right: _w Input, _ls.0 Hidden, _ls.1 Hidden, _ls.2 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _ls = new();

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        long size = width;
        for (int i = 0; i < 3; i++) { _ls.append(Linear(size, 2 * size)); size *= 2; }
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
