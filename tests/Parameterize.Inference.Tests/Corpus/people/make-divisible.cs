// right: c1 Input, c2 Hidden, fc Output
// must be right
public static class Sizes
{
    public static int MakeDivisible(double v, int divisor, int? min = null)
    {
        var result = Math.Max(min ?? divisor, (int)(v + divisor / 2.0) / divisor * divisor);
        if (result < 0.9 * v) result += divisor;
        return result;
    }
}
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d c1, c2;
    private readonly Linear fc;
    public M([Width] int width) : base("M")
    {
        var stem = Sizes.MakeDivisible(4 * width, 8);
        var next = Sizes.MakeDivisible(stem * 1.5, 8);
        c1 = Conv2d(3, stem, 3);
        c2 = Conv2d(stem, next, 3);
        fc = Linear(next, 2);
        InitializeParameters(width);
    }
    public override Tensor forward(Tensor x) => Fc(C2(C1(x)).mean(new long[] { 2, 3 }));
}
