// right: _w Input, _e Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly EmbeddingBag _e;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _e = EmbeddingBag(5, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
