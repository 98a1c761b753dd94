// right: net.0 Input, net.2 Hidden, net.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    public M([Width] long hidden, int layers = 2, long inputs = 8, long outputs = 3) : base("MLP")
    {
        var list = new List<Module<Tensor, Tensor>>();
        var last = inputs;
        for (var i = 0; i < layers; i++)
        {
            list.Add(Linear(last, hidden));
            list.Add(ReLU());
            last = hidden;
        }

        list.Add(Linear(last, outputs));
        net = Sequential(list);
        InitializeParameters(hidden);
    }

    public override Tensor forward(Tensor x) => net.call(x);
}
