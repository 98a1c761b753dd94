// right: _in Input, _up Hidden, _down Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _up, _down, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _up = Linear(width, Math.Abs(width - 20));
        _down = Linear(Math.Abs(width - 20), width);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
