// right: _w Input, _l.0 Hidden, _l.1 Hidden, _l.2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width, int depth = 3, int classes = 5) : base("M")
    {
        _w = Linear(3, width);
        for (var i = 0; i < depth; i++)
        {
            _l.Add(i == depth - 1 ? Linear(width, classes) : Linear(width, 2 * width / 2));
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
