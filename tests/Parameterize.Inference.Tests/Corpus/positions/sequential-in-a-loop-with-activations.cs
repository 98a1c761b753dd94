// right: _w Input, _s.0 Input, _s.2 Hidden, _s.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Sequential _s;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        var all = new List<Module<Tensor, Tensor>>();
        long size = 5;
        foreach (var next in new[] { width, width }) { all.Add(Linear(size, next)); all.Add(ReLU()); size = next; }
        all.Add(Linear(size, 3));
        _s = Sequential(all);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
