// right: _in Input, _mid Output, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _out = Linear(width, 3);
        int kind = 0;
        _mid = Linear(width, (kind switch { 0 => Defaults.Inner, _ => 4 * width }));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public static class Defaults { public static long Inner = 16; }
