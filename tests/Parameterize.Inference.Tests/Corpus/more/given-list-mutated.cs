// right: _w Input, _a Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a;

    public M([Width] long width, List<long> d) : base("M")
    {
        _w = Linear(3, width);
        d.Add(4 * width);
        _a = Linear(width, d[^1]);
        InitializeParameters();
    }

    public static M Make(long width) => new(width, new List<long> { 16 });

    public override Tensor forward(Tensor x) => x;
}
