// right: _w Input, _l.0 Input, _l.1 Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l;
    private static void Fill(ModuleList<Linear> l, long w) => l.Add(Linear(w, w));

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _l = new ModuleList<Linear>(Linear(5, width));
        Fill(_l, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
