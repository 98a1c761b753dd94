// right: a Hidden, b Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear a, b;
    public M([Width] long dim, long? hidden = null) : base("M")
    {
        var h = hidden.HasValue ? hidden.Value : 4 * dim;
        a = Linear(dim, h);
        b = Linear(h, dim);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => B(A(x));
}
