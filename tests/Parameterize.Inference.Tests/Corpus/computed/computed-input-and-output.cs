// right: _in Input, _up Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _up, _out;

    public M([Width] long width) : base("M")
    {
        var size = width + 16;
        _in = Linear(5, size);
        _up = Linear(size, width);
        _out = Linear(size, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
