// right: _w Input, _l.0 Output, _l.1 Input, _l.2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        var down = true;
        for (var i = 0; i < 3; i++) { _l.Add(down ? Linear(width, 16) : Linear(16, width)); down = !down; }
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
