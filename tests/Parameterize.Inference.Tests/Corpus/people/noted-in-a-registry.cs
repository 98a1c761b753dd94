// right: net.0 Input, head Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    private readonly Linear head;
    public M([Width] int w) : base("M")
    {
        net = Sequential(Linear(4, w), ReLU());
        head = Linear(w, 2);
        InitializeParameters();
        Registry.Add(this);
    }
    public override Tensor forward(Tensor x) => Head(net.call(x));
}
public static class Registry
{
    private static readonly List<Module> s_all = new();
    public static void Add(Module m) => s_all.Add(m);
}
