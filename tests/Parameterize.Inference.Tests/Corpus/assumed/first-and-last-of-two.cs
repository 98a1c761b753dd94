// right: _layers.0 Input, _layers.1 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> _layers = new();

    public M([Width] long hidden, long inputs = 4, int count = 2, long outputs = 3) : base("M")
    {
        for (var i = 0; i < count; i++) _layers.Add(Linear(i == 0 ? inputs : hidden, i == count - 1 ? outputs : hidden));
        InitializeParameters(hidden);
    }

    public override Tensor forward(Tensor x) => x;
}
