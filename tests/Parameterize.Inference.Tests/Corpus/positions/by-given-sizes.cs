// right: _w Input, _l.0 Finite, _l.1 Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width, long[] sizes) : base("M")
    {
        _w = Linear(3, width);
        long size = 5;
        foreach (var next in sizes) { _l.Add(Linear(size, next)); size = next; }
        _l.Add(Linear(size, width));
        InitializeParameters();
    }

    public static M Make(long width) => new(width, new long[] { 16 });

    public override Tensor forward(Tensor x) => x;
}
