// right: _w Input, _a Input, _b Hidden
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a, _b;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        var d = new Dictionary<string, Linear> { ["a"] = Linear(5, width), ["b"] = Linear(width, width) };
        _a = d["a"];
        _b = d["b"];
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
