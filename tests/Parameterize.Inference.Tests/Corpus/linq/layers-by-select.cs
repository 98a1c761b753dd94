// right: _w Input, _ls.0 Hidden, _ls.1 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _ls;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _ls = new ModuleList<Linear>(Enumerable.Range(0, 2).Select(_ => Linear(width, 2 * width)).ToArray());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
