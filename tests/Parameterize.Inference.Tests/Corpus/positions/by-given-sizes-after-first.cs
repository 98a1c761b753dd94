// right: _w Input, _l.0 Input, _l.1 Output, _l.2 Finite
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width, long[] sizes) : base("M")
    {
        _w = Linear(3, width);
        _l.Add(Linear(5, width));
        var size = width;
        foreach (var next in sizes) { _l.Add(Linear(size, next)); size = next; }
        InitializeParameters();
    }

    public static M Make(long width) => new(width, new long[] { 16, 7 });

    public override Tensor forward(Tensor x) => x;
}
