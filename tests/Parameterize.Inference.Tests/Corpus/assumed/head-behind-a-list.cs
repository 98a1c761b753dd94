// right: _layers.0 Input, _layers.1 Hidden, _head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> _layers = new();
    private readonly Linear _head;

    public M([Width] long hidden, long inputs = 4, int depth = 2) : base("M")
    {
        var size = inputs;
        for (var i = 0; i < depth; i++)
        {
            _layers.Add(Linear(size, hidden));
            size = hidden;
        }

        _head = Linear(size, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
