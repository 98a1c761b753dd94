// right: net.0.0 Input, net.0.1 Vector, net.1.0 Hidden, net.1.1 Vector, net.2.0 Hidden, net.2.1 Vector, fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    private readonly Linear fc;
    public M([Width] long width, long inC = 3) : base("M")
    {
        net = Sequential(Conv(inC, width), Conv(width, width * 2), Conv(width * 2, width * 2), AdaptiveAvgPool2d(1), Flatten());
        fc = Linear(width * 2, 10);
        foreach (var m in net.modules())
        {
            if (m is Conv2d c)
            {
                init.kaiming_normal_(c.weight, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU);
                if (c.bias is not null)
                    init.constant_(c.bias, 0);
            }
            else if (m is BatchNorm2d b)
            {
                init.constant_(b.weight, 1);
                init.constant_(b.bias, 0);
            }
        }

        init.normal_(fc.weight, 0, 0.01);
        init.constant_(fc.bias, 0);
        InitializeParameters();
    }

    private static Sequential Conv(long a, long b) => Sequential(Conv2d(a, b, 3, padding: 1), BatchNorm2d(b), ReLU());
    public override Tensor forward(Tensor x) => Fc(net.call(x));
}
