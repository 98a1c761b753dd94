// right: _w Input, _c Hidden
// may be refused
// The sum runs over the kernel too.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Conv1d _c;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _c = Conv1d(5, width, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
