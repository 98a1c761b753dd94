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
        Linear[] mid = [Linear(width, width)];
        _l = new ModuleList<Linear>([Linear(5, width), .. mid, Linear(width, 3)]);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
