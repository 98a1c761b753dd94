// right: _in Input, _mid.0 Hidden, _mid.2 Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _out;
    private readonly Sequential _mid;

    public M([Width] long width) : base("M")
    {
        var hidden = (8 * width / 3 + 7) / 8 * 8;
        _in = Linear(5, width);
        _mid = Sequential(Linear(width, hidden), GELU(), Linear(hidden, width));
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
