// right: _w Input, _l.0 Hidden, _l.1 Input
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        var all = new System.Collections.Concurrent.ConcurrentBag<Linear>();
        all.Add(Linear(5, width));
        all.Add(Linear(width, width));
        _l = new ModuleList<Linear>(all.ToArray());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
