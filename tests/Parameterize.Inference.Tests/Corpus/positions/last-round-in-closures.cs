// right: _w Input, _l.0 Output, _l.1 Output, _l.2 Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width, int depth = 3) : base("M")
    {
        _w = Linear(3, width);
        var makers = new List<Func<Linear>>();
        var n = depth + 1;
        for (var i = 0; i < depth; i++) makers.Add(() => Linear(width, i == depth - 1 ? width : 3));
        foreach (var make in makers) _l.Add(make());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
