// right: _net.0 Input, _net.2 Hidden, _net.4 Output
// must be right
public sealed class NetBuilder
{
    private readonly List<Module<Tensor, Tensor>> _parts = new();
    private long _size;
    public NetBuilder(long inputs) => _size = inputs;
    public NetBuilder Dense(long size) { _parts.Add(Linear(_size, size)); _size = size; return this; }
    public NetBuilder Relu() { _parts.Add(ReLU()); return this; }
    public Sequential Build() => Sequential(_parts.ToArray());
}
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential _net;

    public M([Width] long width) : base("M")
    {
        _net = new NetBuilder(5).Dense(width).Relu().Dense(width).Relu().Dense(3).Build();
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
