// right: _in Input, _mid Output, _out Output
// must be right
public record C(long A, long B) { public void Deconstruct(out long a, out long b) { a = B; b = A; } }
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var (a, b) = new C(width, 16); var h = a;
        _mid = Linear(width, h);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
