// right: _w Input, _g.weight_ih_l0 Input, _g.weight_hh_l0 Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly GRU _g;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        var d = new List<long> { 5, width };
        _g = GRU(d[0], d[1]);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
