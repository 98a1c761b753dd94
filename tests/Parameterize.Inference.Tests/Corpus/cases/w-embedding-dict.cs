// right: _w Input, _emb Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Embedding _emb;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        var s = new Dictionary<string, long> { ["e"] = width };
        _emb = Embedding(5, s["e"]);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
