// right: _in Input, _s.0 Hidden, _s.1 Hidden, _s.2 Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in;
    private readonly Sequential _s;

    public M([Width] long width, int depth = 2, bool deep = true) : base("M")
    {
        _in = Linear(3, width);
        var layers = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i < depth; i++)
        {
            layers.Add(Linear(width, width));
        }

        layers.Add(Linear(width, 10));
        _s = deep ? Sequential(layers) : Sequential(Linear(width, width), ReLU(), ReLU());
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
