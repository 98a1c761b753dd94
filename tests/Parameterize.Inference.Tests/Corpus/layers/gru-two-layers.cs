// right: _w Input, _g.weight_ih_l0 Input, _g.weight_hh_l0 Hidden, _g.weight_ih_l1 Hidden, _g.weight_hh_l1 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly GRU _g;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _g = GRU(5, width, numLayers: 2);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
