// right: _w Input, _l.0 Hidden, _l.1 Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear[] _l;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _l = new[] { Linear(5, width), Linear(width, width) };
        Array.Reverse(_l);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
