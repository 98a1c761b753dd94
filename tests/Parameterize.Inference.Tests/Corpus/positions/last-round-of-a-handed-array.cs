// right: _l.0 Hidden, _l.1 Output, _w Input
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly ModuleList<Linear> _l = new();

    public M([Width] long width, int[]? kernels = null) : base("M")
    {
        kernels ??= new[] { 3, 5 };
        _w = Linear(3, width);
        for (int i = 0; i < kernels.Length; i++) _l.Add(Linear(width, i == kernels.Length - 1 ? 7 : width));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
