// right: _w Input, _ls.0 Hidden, _ls.1 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _ls = new();

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        for (int i = 0; i < 2; i++) for (int j = 0; j < 1; j++) _ls.append(Linear(width, (i + 1) * width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
