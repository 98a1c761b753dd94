// right: _b._in._up Input, _b._in._down Hidden, _b._out Hidden, _c._in._up Hidden, _c._in._down Hidden, _c._out Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Down _b, _c;

    public M([Width] long width, int channels = 3) : base("M")
    {
        _b = new Down(channels, width);
        _c = new Down(width, 4 * width);
        InitializeParameters(width);
    }

    public override Tensor forward(Tensor x) => x;
}

[Parameterize(BaseWidth = 16)]
public partial class Down : Module<Tensor, Tensor>
{
    private readonly Block _in;
    private readonly Linear _out;

    public Down([Width] long from, [Width] long to) : base("Down")
    {
        _in = new Block(from, 2 * to);
        _out = Linear(2 * to, to);
        InitializeParameters(from);
    }

    public override Tensor forward(Tensor x) => Out(_in.call(x));
}

[Parameterize(BaseWidth = 8)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly Linear _up, _down;

    public Block([Width] long from, [Width] long to) : base("Block")
    {
        _up = Linear(from, to);
        _down = Linear(to, to);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Down(Up(x));
}
