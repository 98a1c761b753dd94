// right: _up Hidden, _down Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _up, _down;

    public M([Width] long dim, [Width] long hidden = 0) : base("M")
    {
        hidden = hidden == 0 ? 4 * dim : hidden;
        _up = Linear(dim, hidden);
        _down = Linear(hidden, dim);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
