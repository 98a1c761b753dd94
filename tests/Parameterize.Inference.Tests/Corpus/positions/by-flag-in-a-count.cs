// right: _w Input, _l.0 Input, _l.1 Hidden, _l.2 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width, int depth = 3) : base("M")
    {
        _w = Linear(3, width);
        var first = true;
        for (var i = depth; i > 0; i--)
        {
            _l.Add(first ? Linear(5, width) : Linear(width, width));
            first = false;
        }
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
