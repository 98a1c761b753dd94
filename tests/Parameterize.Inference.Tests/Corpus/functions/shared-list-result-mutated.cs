// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private static readonly List<long> s_sizes = new() { 16 };
    private static List<long> Sizes() => s_sizes;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        Sizes()[0] = 4 * width;
        _mid = Linear(width, Sizes()[0]);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
