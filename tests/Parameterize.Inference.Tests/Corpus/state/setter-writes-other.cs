// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    private long _a;
    private long A { get => _a; set { _a = value; B = 4 * value; } }
    private long B { get; set; }

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        B = 4;
        A = width;
        _mid = Linear(width, B);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
