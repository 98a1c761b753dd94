// right: a Hidden, b Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear a, b;
    public M([Width] int dim, int hidden = -1) : base("M")
    {
        if (hidden < 0)
            hidden = 4 * dim;
        a = Linear(dim, hidden);
        b = Linear(hidden, dim);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => B(A(x));
}
