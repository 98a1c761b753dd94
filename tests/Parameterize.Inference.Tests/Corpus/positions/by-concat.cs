// right: _w Input, _l.0 Input, _l.1 Hidden, _l.2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _l = new ModuleList<Linear>(new[] { Linear(5, width) }.Concat(new[] { Linear(width, width) }).Append(Linear(width, 3)).ToArray());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
