// right: stem Input, proj Hidden, se.reduce Hidden, se.expand Hidden, fc Output
// must be right
[Parameterize(BaseWidth = 16)]
public sealed partial class Se : Module<Tensor, Tensor>
{
    private const int Ratio = 4;
    private readonly Conv2d reduce, expand;
    public Se([Width] int channels) : base("SE")
    {
        var squeezed = Math.Max(1, channels / Ratio);
        reduce = Conv2d(channels, squeezed, 1);
        expand = Conv2d(squeezed, channels, 1);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => x * sigmoid(Expand(functional.silu(Reduce(x.mean(new long[] { 2, 3 }, true)))));
}
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d stem, proj;
    private readonly Se se;
    private readonly Linear fc;
    public M([Width] int width) : base("M")
    {
        stem = Conv2d(3, 2 * width, 3, padding: 1);
        se = new Se(2 * width);
        proj = Conv2d(2 * width, width, 1);
        fc = Linear(width, 10);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Fc(Proj(se.call(Stem(x))).mean(new long[] { 2, 3 }));
}
