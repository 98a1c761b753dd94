// right: _w Input, _e Finite
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Embedding _e;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _e = Embedding(5, 16);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
