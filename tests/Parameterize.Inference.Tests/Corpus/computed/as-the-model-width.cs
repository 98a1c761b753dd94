// right: _in Input, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _out;

    public M([Width] long width) : base("M")
    {
        var size = (width + 5) / 3 * 3;
        _in = Linear(5, size);
        _out = Linear(size, 3);
        InitializeParameters(width);
    }

    public override Tensor forward(Tensor x) => x;
}
