// right: a Output, b Input, embed Input, head Output, mix Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear embed, head;
    private readonly Linear mix;
    [Output(FanIn = 1, FanOut = 0)]
    private readonly Parameter a;
    [Input(FanIn = 1, FanOut = 0)]
    private readonly Parameter b;
    public M([Width] long dim, int rank = 4) : base("M")
    {
        embed = Linear(6, dim);
        mix = Linear(dim, dim);
        head = Linear(dim, 3);
        a = Parameter(torch.empty(rank, dim));
        b = Parameter(torch.zeros(dim, rank));
        init.normal_(a, 0, 1.0 / rank);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var h = Embed(x);
        h = Mix(h) + h.matmul(A.t()).matmul(B.t());
        return Head(h);
    }
}
