// right: _in Input, _mid Output, _out Output
// may be refused
public record C(long A, long B); public record D(long B, long A) : C(A, B);
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        C c = new D(16, width); var (a, b) = c; var h = a;
        _mid = Linear(width, h);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
