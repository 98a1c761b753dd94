// right: _head Finite
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> _layers = new();
    private readonly Linear _head;

    public M([Width] long hidden, long inputs = 4, int depth = 0) : base("M")
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
