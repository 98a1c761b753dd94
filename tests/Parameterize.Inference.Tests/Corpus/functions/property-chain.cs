// right: _in Input, _mid Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private long _w;
    private long A => 2 * _w;
    private long B => A;
    private long C => 2 * B;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _w = width;
        _mid = Linear(width, C);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
