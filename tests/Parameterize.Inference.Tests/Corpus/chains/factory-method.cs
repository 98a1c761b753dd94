// right: _in Input, _mid Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    private M([Width] long width, long ratio) : base("M")
    {
        _in = Linear(5, width);
        _mid = Linear(width, ratio * width);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public static M Make(long width) => new(width, 4);

    public override Tensor forward(Tensor x) => x;
}
