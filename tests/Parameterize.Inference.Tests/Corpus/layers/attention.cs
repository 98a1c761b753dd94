// right: _w Input, _a.in_proj_weight Hidden, _a.out_proj.weight Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly MultiheadAttention _a;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _a = MultiheadAttention(width, width / 4);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
