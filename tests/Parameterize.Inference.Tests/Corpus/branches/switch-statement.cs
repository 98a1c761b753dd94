// right: _in Input, _mid Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width, int kind = 0) : base("M")
    {
        _in = Linear(5, width);
        long h;
        switch (kind)
        {
            case 0: h = 4 * width;
            break;
            case 1: h = 2 * width;
            break;
            default: throw new ArgumentException(nameof(kind));
        }
        _mid = Linear(width, h);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
