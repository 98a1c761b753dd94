// right: _w Input, _l.0 Hidden, _l.1 Hidden, _l.2 Input
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l;

    public M([Width] long width, int depth = 2) : base("M")
    {
        _w = Linear(3, width);
        var all = new Stack<Linear>();
        all.Push(Linear(5, width));
        for (var i = 0; i < depth; i++) all.Push(Linear(width, width));
        _l = new ModuleList<Linear>(all.ToArray());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
