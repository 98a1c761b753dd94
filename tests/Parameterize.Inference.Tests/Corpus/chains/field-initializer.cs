// right: _in Input, _mid Hidden, _out Output, _small Finite
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _small = Linear(5, 16);
    private readonly Linear _in, _mid, _out;
    private readonly long _factor = 4;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _mid = Linear(width, _factor * width);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
