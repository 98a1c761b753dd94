// right: a.0 Input, a.1 Hidden, b.1 Vector, fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential a, b;
    private readonly Linear fc;
    public M([Width] int width) : base("A")
    {
        var shared = Conv2d(width, width, 3, padding: 1);
        a = Sequential(Conv2d(3, width, 1), shared, ReLU());
        b = Sequential(shared, BatchNorm2d(width));
        fc = Linear(width, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Fc(b.call(a.call(x)).mean(new long[] { 2, 3 }));
}
