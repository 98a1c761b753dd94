// right: features.c1 Input, features.c2 Hidden, classifier.l1 Hidden, classifier.l3 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> features;
    private readonly Module<Tensor, Tensor> avgPool;
    private readonly Module<Tensor, Tensor> classifier;
    public M([Width] long width, int numClasses = 10, torch.Device? device = null) : base("AlexNet")
    {
        features = Sequential(("c1", Conv2d(3, width, kernel_size: 3, stride: 2, padding: 1)), ("r1", ReLU(inplace: true)),
            ("mp1", MaxPool2d(kernel_size: new long[] { 2, 2 })), ("c2", Conv2d(width, 3 * width, kernel_size: 3, padding: 1)),
            ("r2", ReLU(inplace: true)));
        avgPool = AdaptiveAvgPool2d(new long[] { 2, 2 });
        classifier = Sequential(("d1", Dropout()), ("l1", Linear(3 * width * 2 * 2, 8 * width)), ("r1", ReLU(inplace: true)),
            ("l3", Linear(8 * width, numClasses)));
        InitializeParameters();
        if (device is not null)
            this.to(device);
    }

    public override Tensor forward(Tensor input)
    {
        var f = features.call(input);
        var avg = avgPool.call(f);
        var x = avg.reshape(new long[] { avg.shape[0], -1 });
        return classifier.call(x);
    }
}
