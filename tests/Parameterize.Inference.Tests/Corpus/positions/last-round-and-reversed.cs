// right: _w Input, _l.0 Output, _l.1 Hidden, _l.2 Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear[] _l;

    public M([Width] long width, int depth = 3) : base("M")
    {
        _w = Linear(3, width);
        var layers = new List<Linear>();
        for (var i = 0; i < depth; i++) layers.Add(Linear(width, i == depth - 1 ? 3 : width));
        layers.Reverse();
        _l = layers.ToArray();
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
