// right: _w Input, _s.0 Input, _s.1 Vector, _s.2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Sequential _s;

    public M([Width] long width, bool wide = true) : base("M")
    {
        _w = Linear(3, width);
        var all = new List<Module<Tensor, Tensor>> { Linear(5, width) };
        if (wide) all.Add(LayerNorm(width));
        all.Add(Linear(width, 3));
        _s = Sequential(all);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
