// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        IOpt<Cfg> c = new Opt<Cfg>(new Cfg { Inner = 4 * width });
        _mid = Linear(width, c.Value.Inner);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public interface IOpt<T> { T Value { get; } }
public class Opt<T>(T value) : IOpt<T> { public T Value { get; } = value; }
public class Cfg { public long Inner = 16; }
