// right: _w Input, _l.0 Input, _l.1 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l;
    private static IEnumerable<Linear> Layers(long w) { yield return Linear(5, w); yield return Linear(w, w); }

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _l = new ModuleList<Linear>(Layers(width).ToArray());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
