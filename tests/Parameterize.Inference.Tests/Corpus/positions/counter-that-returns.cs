// right: _w Input, _l.0 Input, _l.1 Hidden, _l.2 Input
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width, int depth = 3) : base("M")
    {
        _w = Linear(3, width);
        var b = 0;
        for (var i = 0; i < depth; i++) { _l.Add(Linear(b == 0 ? 5 : width, width)); b = b == 0 ? 1 : 0; }
        
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
