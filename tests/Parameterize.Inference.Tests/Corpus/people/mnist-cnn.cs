// right: conv1 Input, conv2 Hidden, fc1 Hidden, fc2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1, conv2, fc1, fc2;
    private readonly Module<Tensor, Tensor> pool1 = MaxPool2d(kernel_size: new long[] { 2, 2 });
    private readonly Module<Tensor, Tensor> relu1 = ReLU(), relu2 = ReLU(), relu3 = ReLU();
    private readonly Module<Tensor, Tensor> dropout1 = Dropout(0.25), dropout2 = Dropout(0.5), flatten = Flatten(),
        logsm = LogSoftmax(1);
    public M([Width] long width) : base("M")
    {
        conv1 = Conv2d(1, width / 2, 3);
        conv2 = Conv2d(width / 2, width, 3);
        fc1 = Linear(144 * width, 2 * width);
        fc2 = Linear(2 * width, 10);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input)
    {
        using var _ = NewDisposeScope();
        var l12 = relu1.call(conv1.call(input));
        var l22 = relu2.call(conv2.call(l12));
        var x = dropout1.call(pool1.call(l22));
        x = flatten.call(x);
        x = relu3.call(fc1.call(x));
        return logsm.call(fc2.call(dropout2.call(x))).MoveToOuterDisposeScope();
    }
}
