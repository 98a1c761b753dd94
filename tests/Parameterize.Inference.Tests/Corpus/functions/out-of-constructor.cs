// right: _in Input, _mid Hidden, _out Output
// must be right
public class C { public C(long w, out long h) => h = 4 * w; }
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        new C(width, out var h);
        _mid = Linear(width, h);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
