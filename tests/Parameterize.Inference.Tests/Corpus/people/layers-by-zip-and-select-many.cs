// right: net.0 Input, net.2 Hidden, net.4 Hidden, net.6 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    public M([Width] long width, long inputs = 5, long outputs = 2) : base("M")
    {
        long[] sizes = [inputs, width, 2 * width, width, outputs];
        var layers = sizes.Zip(sizes.Skip(1)).SelectMany((pair, i) =>
            i < sizes.Length - 2
                ? new Module<Tensor, Tensor>[] { Linear(pair.First, pair.Second), ReLU() }
                : [Linear(pair.First, pair.Second)]);
        net = Sequential(layers);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => net.call(x);
}
