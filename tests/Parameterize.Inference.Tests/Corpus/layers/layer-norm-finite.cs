// right: _w Input, _n Finite
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly LayerNorm _n;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _n = LayerNorm(new long[] { 16 });
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
