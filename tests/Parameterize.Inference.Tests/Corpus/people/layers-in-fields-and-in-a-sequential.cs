// right: first Input, mid Hidden, outp Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear first, mid, outp;
    private readonly Sequential body;
    public M([Width] int width) : base("M")
    {
        first = Linear(5, width);
        mid = Linear(width, width);
        outp = Linear(width, 2);
        body = Sequential(first, ReLU(), mid, ReLU(), outp);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => body.call(x);
}
