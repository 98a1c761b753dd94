// right: _w Input, _a Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a;

    public M([Width] long width, Cfg a, Cfg b) : base("M")
    {
        _w = Linear(3, width);
        a.Inner = 4 * width;
        _a = Linear(width, b.Inner);
        InitializeParameters();
    }

    public static M Make(long width) { var c = new Cfg(); return new M(width, c, c); }

    public override Tensor forward(Tensor x) => x;
}

public class Cfg { public long Inner { get; set; } = 16; }
