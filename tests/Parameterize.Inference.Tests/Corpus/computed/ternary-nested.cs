// right: _in Input, _up Hidden, _down Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _up, _down, _out;

    public M([Width] long width) : base("M")
    {
        long hidden = width > 24 ? 4 * width : width > 8 ? 3 * width : 2 * width;
        _in = Linear(5, width);
        _up = Linear(width, hidden);
        _down = Linear(hidden, width);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
