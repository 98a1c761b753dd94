// right: net.0 Input, net.2 Hidden, net.3 Vector, net.5 Output
// must be right
public sealed class NetBuilder
{
    private readonly List<Module<Tensor, Tensor>> layers = new();
    private long current;
    public NetBuilder(long inputs)
    {
        current = inputs;
    }

    public NetBuilder Dense(long size, bool norm = false)
    {
        layers.Add(Linear(current, size));
        if (norm)
            layers.Add(LayerNorm(size));
        current = size;
        return this;
    }

    public NetBuilder Activation(Module<Tensor, Tensor> act)
    {
        layers.Add(act);
        return this;
    }

    public NetBuilder Repeat(int times, Action<NetBuilder> build)
    {
        for (int i = 0; i < times; i++)
            build(this);
        return this;
    }

    public Sequential Build() => Sequential(layers);
    public long OutputSize => current;
}

[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    public M([Width] long width) : base("M")
    {
        net = new NetBuilder(10).Dense(width).Activation(ReLU()).Dense(2 * width,
            norm: true).Activation(ReLU()).Dense(2).Build();
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => net.call(x);
}
