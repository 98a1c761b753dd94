// right: _w Input, _l.0 Hidden, _l.1 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Module<Tensor, Tensor>> _l = new();

    public M([Width] long width, bool up = true) : base("M")
    {
        _w = Linear(3, width);
        _l.Add(up ? ConvTranspose2d(width, width, 2) : Conv2d(width, width, 3));
        _l.Add(Conv2d(width, width, 3));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

