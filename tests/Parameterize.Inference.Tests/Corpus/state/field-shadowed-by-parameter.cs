// right: _in Input, _mid Output, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private long width;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        this.width = 16;
        _mid = Linear(width, this.width);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
