// right: first Input, outp Output, shared.0 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear first, outp;
    private readonly ModuleList<Linear> shared = new();
    public M([Width] int width, int times = 3) : base("M")
    {
        first = Linear(5, width);
        var mid = Linear(width, width);
        for (int i = 0; i < times; i++) shared.Add(mid);
        outp = Linear(width, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x)
    {
        x = First(x);
        for (int i = 0; i < shared.Count; i++) x = functional.relu(Shared(i, x));
        return Outp(x);
    }
}
