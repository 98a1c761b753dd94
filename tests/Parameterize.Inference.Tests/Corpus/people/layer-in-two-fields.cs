// right: first Input, mid Hidden, outp Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear first, mid;
    private readonly Linear alias;
    private readonly Linear outp;
    public M([Width] int width) : base("M")
    {
        first = Linear(5, width);
        mid = Linear(width, width);
        alias = mid;
        outp = Linear(width, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Outp(Alias(functional.relu(Mid(functional.relu(First(x))))));
}
