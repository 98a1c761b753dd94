// right: user.emb Input, user.mlp.0 Hidden, user.mlp.2 Hidden, user.mlp.4 Hidden, item.emb Input, item.mlp.0 Hidden
// right: item.mlp.2 Hidden, item.mlp.4 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly Tower user, item;
    public M([Width] long dim, long users = 40, long items = 30) : base("TwoTower")
    {
        user = new Tower(users, dim);
        item = new Tower(items, dim);
        InitializeParameters(dim);
    }

    public override Tensor forward(Tensor u, Tensor i) => functional.cosine_similarity(user.call(u), item.call(i), 1);
}

[Parameterize(BaseWidth = 8)]
public partial class Tower : Module<Tensor, Tensor>
{
    private readonly Embedding emb;
    private readonly ModuleList<Module<Tensor, Tensor>> mlp = new();
    public Tower(long n, [Width] long dim) : base("Tower")
    {
        emb = Embedding(n, dim);
        var units = new[]
        {
            dim * 4,
            dim * 2,
            dim
        };
        var prev = dim;
        foreach (var u in units)
        {
            mlp.Add(Linear(prev, u));
            mlp.Add(ReLU());
            prev = u;
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var h = emb.call(x);
        foreach (var l in mlp)
            h = l.call(h);
        return h;
    }
}
