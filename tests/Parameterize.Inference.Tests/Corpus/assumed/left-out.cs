// right: _in Input, _up Hidden, _down Hidden, _head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _up, _down, _head;

    public M([Width] int dim, int? hidden = null, int? outputs = null) : base("M")
    {
        var inner = hidden ?? 4 * dim;
        _in = Linear(3, dim);
        _up = Linear(dim, 2 * inner);
        _down = Linear(inner, outputs ?? dim);
        _head = Linear(outputs.HasValue ? outputs.Value : dim, 2);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
