// right: layers.0 Hidden, layers.1 Vector, layers.2 Hidden, layers.3 Vector, layers.4 Hidden, layers.5 Vector, inp Input, outp Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> layers = new();
    private readonly Linear inp, outp;
    public M([Width] long width, int depth = 6) : base("M")
    {
        inp = Linear(5, width);
        for (int i = 0; i < depth; i++)
            layers.Add(i % 2 == 0 ? Linear(width, width) : LayerNorm(width));
        outp = Linear(width, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x)
    {
        x = Inp(x);
        foreach (var l in layers) x = l.call(x);
        return Outp(x);
    }
}
