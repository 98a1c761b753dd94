// right: _in Input, _up Hidden, _down Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _up, _down, _out;

    public M([Width] long width) : base("M")
    {
        var hidden = 4 * width;
        hidden = 2 * hidden / 3;
        hidden = 8 * ((hidden + 7) / 8);
        _in = Linear(5, width);
        _up = Linear(width, hidden);
        _down = Linear(hidden, width);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
