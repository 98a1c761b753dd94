// right: _net.0 Input, _net.2 Hidden, _net.4 Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential _net;

    public M([Width] long hidden, IReadOnlyList<int>? multiples = null) : base("M")
    {
        var modules = new List<Module<Tensor, Tensor>>();
        long size = 4;
        foreach (var multiple in multiples ?? new[] { 1, 2 })
        {
            modules.Add(Linear(size, multiple * hidden));
            modules.Add(ReLU());
            size = multiple * hidden;
        }

        modules.Add(Linear(size, 3));
        _net = Sequential(modules);
        InitializeParameters(hidden);
    }

    public override Tensor forward(Tensor x) => _net.call(x);
}
