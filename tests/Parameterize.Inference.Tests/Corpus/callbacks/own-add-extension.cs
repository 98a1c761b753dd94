// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var c = new Bag { 4 * width };
        _mid = Linear(width, c.V);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public class Bag : System.Collections.IEnumerable
{
    public long V = 16;
    public System.Collections.IEnumerator GetEnumerator() => null!;
}
public static class More { public static void Add(this Bag b, long v) => b.V = v; }
