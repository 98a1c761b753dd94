// right: _w Input, _n Vector
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly LayerNorm _n;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        var d = new long[] { 16 };
        Array.Fill(d, width);
        _n = LayerNorm(d);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
