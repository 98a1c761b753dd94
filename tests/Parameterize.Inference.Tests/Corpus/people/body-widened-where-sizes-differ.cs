// right: stem Input, body.0 Hidden, body.1 Hidden, body.2 Hidden, body.3 Vector, body.4 Hidden, body.5 Hidden, fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d stem;
    private readonly Sequential body;
    private readonly Linear fc;
    public M([Width] int width) : base("A")
    {
        stem = Conv2d(3, width, 3, padding: 1);
        body = Sequential();
        var c = width;
        foreach (var (outC, n) in new[] { (width, 2), (2 * width, 1), (2 * width, 1) })
        {
            for (int i = 0; i < n; i++)
            {
                if (c != outC)
                {
                    body.append(Conv2d(c, outC, 1));
                    body.append(BatchNorm2d(outC));
                }
                body.append(Conv2d(outC, outC, 3, padding: 1));
                c = outC;
            }
        }
        fc = Linear(c, 10);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Fc(body.call(Stem(x)).mean(new long[] { 2, 3 }));
}
