// right: net.0 Input, blocks.0.0 Hidden, blocks.1.0 Hidden, blocks.2.0 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    private readonly ModuleList<Sequential> blocks = new();
    public M([Width] int w, bool training = true) : base("M")
    {
        net = Sequential(Linear(4, w), ReLU());
        for (int i = 0; i < 2; i++) blocks.Add(Sequential(Linear(w, w), ReLU()));
        blocks.Add(Sequential(Linear(w, 2)));
        InitializeParameters();
        if (!training) eval(); else train();
        Console.WriteLine($"parameters: {parameters().Sum(p => p.numel())}");
    }
    public override Tensor forward(Tensor x)
    {
        x = net.call(x);
        foreach (var b in blocks) x = b.forward(x);
        return x;
    }
}
