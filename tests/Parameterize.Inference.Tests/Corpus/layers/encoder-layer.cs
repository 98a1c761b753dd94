// right: _w Input, _t.self_attn.in_proj_weight Hidden, _t.self_attn.out_proj.weight Hidden, _t.linear1.weight Hidden
// right: _t.linear2.weight Hidden, _t.norm1.weight Vector, _t.norm2.weight Vector
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly TransformerEncoderLayer _t;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _t = TransformerEncoderLayer(width, width / 4, 4 * width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
