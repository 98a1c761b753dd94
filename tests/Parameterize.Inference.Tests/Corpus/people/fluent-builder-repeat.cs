// right: net.0 Input, net.2 Hidden, net.4 Hidden, net.6 Output
// must be right
public sealed class NetBuilder
{
    private readonly List<Module<Tensor, Tensor>> layers = new();
    private long current;
    public NetBuilder(long inputs)
    {
        current = inputs;
    }

    public NetBuilder Dense(long size)
    {
        layers.Add(Linear(current, size));
        current = size;
        return this;
    }

    public NetBuilder Act()
    {
        layers.Add(ReLU());
        return this;
    }

    public NetBuilder Repeat(int times, Action<NetBuilder> build)
    {
        for (int i = 0; i < times; i++)
            build(this);
        return this;
    }

    public Sequential Build() => Sequential(layers);
}

[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    public M([Width] long width, int depth = 2) : base("M")
    {
        net = new NetBuilder(10).Dense(width).Act().Repeat(depth, b => b.Dense(width).Act()).Dense(2).Build();
        InitializeParameters(width);
    }

    public override Tensor forward(Tensor x) => net.call(x);
}
