// right: _w Input, _l.0 Hidden, _l.1 Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width, int depth = 3, int most = 2) : base("M")
    {
        _w = Linear(3, width);
        for (var i = 0; i < depth; i++)
        {
            if (i == most) break;
            _l.Add(Linear(width, i == depth - 1 ? 3 : width));
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
