// right: _w Input, _l.0 Input, _l.1 Hidden, _l.2 Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width, int depth = 2) : base("M")
    {
        _w = Linear(3, width);
        long size = 5;
        while (depth-- > 0)
        {
            _l.Add(Linear(size, width));
            size = width;
        }

        _l.Add(Linear(size, 3));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
