// right: net.0 Vector, net.1.a Hidden, net.1.b Hidden, net.2 Vector, net.3.a Hidden, net.3.b Hidden, net.4 Vector, net.5.a Hidden
// right: net.5.b Hidden, inp Input, head Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    private readonly Linear inp, head;
    public M([Width] int w, int n = 3) : base("M")
    {
        inp = Linear(4, w);
        var list = new List<Module<Tensor, Tensor>>();
        for (int i = 0; i < n; i++)
        {
            list.Add(LayerNorm(w));
            list.Add(new Res(w));
        }
        net = Sequential(list);
        head = Linear(w, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Head(net.call(Inp(x)));
}
[Parameterize(BaseWidth = 8)]
public sealed partial class Res : Module<Tensor, Tensor>
{
    private readonly Linear a, b;
    public Res([Width] int w) : base("Res") { a = Linear(w, w); b = Linear(w, w); InitializeParameters(); }
    public override Tensor forward(Tensor x) => x + B(functional.relu(A(x)));
}
