// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width, bool wide = true) : base("M")
    {
        _in = Linear(5, width);
        ICfg c = wide ? new Big(width) : new Small();
        _mid = Linear(width, c.Inner);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public interface ICfg { long Inner { get; } }
public record Big(long W) : ICfg { public long Inner => 4 * W; }
public record Small : ICfg { public long Inner => 16; }
