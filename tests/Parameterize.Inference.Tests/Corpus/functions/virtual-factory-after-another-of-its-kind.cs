// right: _in Input, _mid Hidden, _out Output
// may be refused
// As the last, with a layer of other sizes that the object holds, and an object of its own that makes the next.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private readonly Maker _maker = new();

    public class Maker
    {
        public Linear? Last;
        public virtual Linear Make(long width) => Linear(width, width);
    }

    public M([Width] long width) : base("M")
    {
        _in = _maker.Last = Linear(5, width);
        _mid = _maker.Make(width);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
