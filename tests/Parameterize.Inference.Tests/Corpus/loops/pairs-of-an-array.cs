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
        var dims = new[] { width, 2 * width, 4 * width };
        for (int i = 0; i + 1 < dims.Length; i++) _ls.append(Linear(dims[i], dims[i + 1]));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
