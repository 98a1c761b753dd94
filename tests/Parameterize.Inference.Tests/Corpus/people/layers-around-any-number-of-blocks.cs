// right: net.0 Input, net.1 Vector, net.3.a Hidden, net.3.b Hidden, net.4.a Hidden, net.4.b Hidden, net.5.a Hidden, net.5.b Hidden
// right: net.8 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    public M([Width] int w, int n = 3) : base("M")
    {
        var list = new List<Module<Tensor, Tensor>> { Conv2d(3, w, 3, padding: 1), BatchNorm2d(w), ReLU() };
        for (int i = 0; i < n; i++) list.Add(new Res(w));
        list.Add(AdaptiveAvgPool2d(1));
        list.Add(Flatten());
        list.Add(Linear(w, 10));
        net = Sequential(list);
        InitializeParameters(w);
    }
    public override Tensor forward(Tensor x) => net.call(x);
}
[Parameterize(BaseWidth = 8)]
public sealed partial class Res : Module<Tensor, Tensor>
{
    private readonly Conv2d a, b;
    public Res([Width] int w) : base("Res") { a = Conv2d(w, w, 3, padding: 1); b = Conv2d(w, w, 3, padding: 1); InitializeParameters(); }
    public override Tensor forward(Tensor x) => x + B(functional.relu(A(x)));
}
