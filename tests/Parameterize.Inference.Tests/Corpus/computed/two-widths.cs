// right: _in Input, _up Hidden, _down Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _up, _down, _out;

    public static M Make(long width) => new(width, 16 + (width - 8) / 2);

    public M([Width] long width, [Width(Base = 16)] long inner) : base("M")
    {
        _in = Linear(5, width);
        _up = Linear(width, width + inner);
        _down = Linear(width + inner, inner);
        _out = Linear(inner, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
