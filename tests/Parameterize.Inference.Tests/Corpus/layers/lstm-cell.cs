// right: _w Input, _g.weight_ih Input, _g.weight_hh Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly LSTMCell _g;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _g = LSTMCell(5, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
