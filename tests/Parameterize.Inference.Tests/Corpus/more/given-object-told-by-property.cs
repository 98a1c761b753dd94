// right: _w Input, _a Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a;

    public M([Width] long width, Cfg c) : base("M")
    {
        _w = Linear(3, width);
        c.Width = width;
        _a = Linear(width, c.Inner);
        InitializeParameters();
    }

    public static M Make(long width) => new(width, new Cfg());

    public override Tensor forward(Tensor x) => x;
}

public class Cfg { public long Width { get; set; } public long Inner => 4 * Width; }
