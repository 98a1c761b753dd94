// right: _t.layers.0.self_attn.in_proj_weight Hidden, _t.layers.0.self_attn.out_proj.weight Hidden
// right: _t.layers.0.linear1.weight Hidden, _t.layers.0.linear2.weight Hidden
// right: _t.layers.0.norm1.weight Vector, _t.layers.0.norm2.weight Vector
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly TransformerEncoder _t;

    public M([Width] long width, int depth = 1) : base("M")
    {
        var layer = TransformerEncoderLayer(width, width / 4, 4 * width);
        _t = TransformerEncoder(layer, depth);
        InitializeParameters(width);
    }

    public override Tensor forward(Tensor x) => x;
}
