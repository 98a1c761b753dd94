// right: _in Input, _mid Hidden, _out Output
// may be refused
public record C(long A, long B) { protected C(C o) { A = o.A; B = 4 * o.A; } }
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var c = new C(width, 16); var d = c with { }; var h = d.B;
        _mid = Linear(width, h);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
