// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        var k = width > 8 ? "a" : "b";
        var d = new Dictionary<string, long> { ["a"] = 16, ["b"] = 16 };
        d[k] = 32;
        _mid = Linear(width, d["a"]);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
