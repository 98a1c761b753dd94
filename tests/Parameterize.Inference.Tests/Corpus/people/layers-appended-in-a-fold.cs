// right: net.0 Input, net.2 Hidden, net.4 Hidden, net.6 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    public M([Width] long w) : base("M")
    {
        var hidden = new[] { w, w, 2 * w };
        var net = Sequential();
        var last = hidden.Aggregate(4L, (from, to) =>
        {
            net.append(Linear(from, to));
            net.append(ReLU());
            return to;
        });
        net.append(Linear(last, 2));
        this.net = net;
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => net.call(x);
}
