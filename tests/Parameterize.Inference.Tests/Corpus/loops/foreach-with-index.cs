// right: _w Input, _ls.0 Hidden, _ls.1 Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _ls = new();

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        foreach (var (i, size) in new[] { width, width }.Select((q, i) => (i, q))) _ls.append(Linear(size, size));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
