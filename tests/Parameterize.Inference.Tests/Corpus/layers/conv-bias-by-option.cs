// right: _w Input, _c Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Conv1d _c;

    public M([Width] long width, bool bias = false) : base("M")
    {
        _w = Linear(3, width);
        _c = Conv1d(width, width, 3, bias: bias);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
