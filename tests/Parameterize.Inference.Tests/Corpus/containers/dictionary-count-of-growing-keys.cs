// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var d = new Dictionary<long, long> { [8] = 16 }; d[width] = 32; var h = 16L * d.Count;
        _mid = Linear(width, h);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
