// right: _net.0 Input, _net.2 Hidden, _net.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential _net;

    public M([Width] long hidden, long inputs = 4, int layers = 2, long outputs = 3) : base("M")
    {
        var modules = new List<Module<Tensor, Tensor>>();
        var size = inputs;
        for (var i = 0; i < layers; i++)
        {
            modules.Add(Linear(size, hidden));
            modules.Add(ReLU());
            size = hidden;
        }

        modules.Add(Linear(size, outputs));
        _net = Sequential(modules);
        InitializeParameters(hidden);
    }

    public override Tensor forward(Tensor x) => _net.call(x);
}
