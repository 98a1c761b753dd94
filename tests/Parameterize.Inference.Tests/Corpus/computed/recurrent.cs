// right: _in Input, _cell.weight_ih_l0 Hidden, _cell.weight_hh_l0 Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _out;
    private readonly GRU _cell;

    public M([Width] long width) : base("M")
    {
        var hidden = width + 12;
        _in = Linear(5, width);
        _cell = GRU(width, hidden);
        _out = Linear(hidden, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
