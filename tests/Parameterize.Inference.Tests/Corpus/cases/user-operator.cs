// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _out = Linear(width, 3);
        var d = 4 * new Dim(width);
        _mid = Linear(width, d.V);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public readonly struct Dim
{
    public readonly long V;
    public Dim(long v) { V = v; }
    public static Dim operator *(long k, Dim d) => new Dim(k * d.V);
}
