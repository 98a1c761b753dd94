// right: user_emb Input, item_emb Input, mlp.0 Hidden, mlp.2 Hidden, outp Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding user_emb, item_emb;
    private readonly Sequential mlp;
    private readonly Linear outp;
    public M([Width] long factors, long users = 100, long items = 200) : base("NCF")
    {
        user_emb = Embedding(users, factors);
        item_emb = Embedding(items, factors);
        mlp = Sequential(Linear(factors * 2, factors), ReLU(), Linear(factors, factors / 2), ReLU());
        outp = Linear(factors / 2, 1);
        foreach (var m in mlp.modules())
            if (m is Linear l)
            {
                init.xavier_uniform_(l.weight);
                init.zeros_(l.bias);
            }

        init.normal_(user_emb.weight, std: 0.01);
        init.normal_(item_emb.weight, std: 0.01);
        InitializeParameters();
    }

    public override Tensor forward(Tensor u, Tensor i) => sigmoid(Outp(mlp.call(cat(new[] { user_emb.call(u),
        item_emb.call(i) }, -1))));
}
