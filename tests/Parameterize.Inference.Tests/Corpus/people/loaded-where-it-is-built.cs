// right: net.0 Input, net.2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    public M([Width] int w, string? path = null) : base("M")
    {
        net = Sequential(Linear(4, w), ReLU(), Linear(w, 2));
        InitializeParameters();
        if (path != null) load(path);
    }
    public override Tensor forward(Tensor x) => net.call(x);
}
