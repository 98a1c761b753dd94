// right: _in Input, _mid Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _mid = Linear(width, new[] { 16L }.Pick(k => 4 * width).First());
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public static class More
{
    public static IEnumerable<long> Pick(this IEnumerable<long> d, Func<long, long> g) { foreach (var k in d) yield return g(k); }
}
