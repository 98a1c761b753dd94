// right: _in Input, _mid Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _out = Linear(width, 3);
        ICfg c = new Cfg(width);
        _mid = Linear(width, c.Inner);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public interface ICfg { long Inner { get; } }
public class Cfg : ICfg { readonly long _w; public Cfg(long w) { _w = w; } public long Inner => 4 * _w; }
