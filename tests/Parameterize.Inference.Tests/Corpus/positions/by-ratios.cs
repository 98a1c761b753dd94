// right: _w Input, _l.0 Hidden, _l.1 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width, int[] ratios) : base("M")
    {
        _w = Linear(3, width);
        foreach (var ratio in ratios) _l.Add(Linear(width, ratio * width));
        InitializeParameters();
    }

    public static M Make(long width) => new(width, new[] { 1, 4 });

    public override Tensor forward(Tensor x) => x;
}
