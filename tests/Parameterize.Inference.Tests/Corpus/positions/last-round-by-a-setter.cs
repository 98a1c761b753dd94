// right: _w Input, _l.0 Hidden, _l.1 Hidden, _l.2 Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    private int Depth { get; set; } = 2;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        for (var i = 0; i < Depth; i++)
        {
            if (i == 0) Depth++;
            _l.Add(Linear(width, i == Depth - 1 ? 3 : width));
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
