// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private static long Big() => 32;
    private static long Small() => 16;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        Func<long> g = width > 8 ? Big : Small;
        _mid = Linear(width, g());
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
