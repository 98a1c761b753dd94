// right: _words Input, _norm Vector, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _out;
    private readonly Embedding _words;
    private readonly LayerNorm _norm;

    public M([Width] long width) : base("M")
    {
        var size = 2 * width + 3 - width / 8;
        _words = Embedding(11, size);
        _norm = LayerNorm(size);
        _out = Linear(size, 3);
        InitializeParameters(width);
    }

    public override Tensor forward(Tensor x) => x;
}
