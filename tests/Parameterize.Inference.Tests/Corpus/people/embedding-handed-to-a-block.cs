// right: emb Input, enc.mix Hidden, head Output
// may be refused
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Embedding emb;
    private readonly Enc enc;
    private readonly Linear head;
    public M([Width] int w) : base("M")
    {
        emb = Embedding(20, w);
        enc = new Enc(emb, w);
        head = Linear(w, 20);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => head.call(enc.call(x));
}
[Parameterize(BaseWidth = 8)]
public sealed partial class Enc : Module<Tensor, Tensor>
{
    private readonly Embedding emb;
    private readonly Linear mix;
    public Enc(Embedding shared, [Width] int w) : base("Enc") { emb = shared; mix = Linear(w, w); InitializeParameters(); }
    public override Tensor forward(Tensor x) => mix.call(emb.call(x));
}
