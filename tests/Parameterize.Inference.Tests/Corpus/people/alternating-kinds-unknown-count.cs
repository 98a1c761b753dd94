// right: net.0 Input, net.2 Vector, net.3 Hidden, net.5 Hidden, net.6 Vector, net.7 Hidden, net.9 Hidden, net.10 Vector
// right: net.11 Hidden, net.13 Hidden, net.14 Vector, net.15 Hidden, net.17 Hidden, outp Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    private readonly Linear outp;
    public M([Width] long width, int depth = 4, long inputs = 8) : base("M")
    {
        var ms = new List<Module<Tensor, Tensor>>
        {
            Linear(inputs, width),
            ReLU()
        };
        for (var i = 0; i < depth; i++)
        {
            ms.Add(LayerNorm(width));
            ms.Add(Linear(width, 4 * width));
            ms.Add(GELU());
            ms.Add(Linear(4 * width, width));
        }

        net = Sequential(ms);
        outp = Linear(width, 2);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Outp(net.call(x));
}
