// right: _in Input, _up Hidden, _down Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _up, _down;

    public M([Width] long dim, long hidden = -1) : base("M")
    {
        if (hidden < 0) hidden = 4 * dim;
        _in = Linear(3, dim);
        _up = Linear(dim, hidden);
        _down = Linear(hidden, dim);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
