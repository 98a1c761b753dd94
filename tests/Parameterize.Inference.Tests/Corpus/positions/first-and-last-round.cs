// right: _l.0 Input, _l.1 Hidden, _l.2 Output, _w Input
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width, int depth = 3) : base("M")
    {
        _w = Linear(3, width);
        for (var i = 0; i < depth; i++) _l.Add(Linear(i == 0 ? 3 : width, i == depth - 1 ? 7 : width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
