// right: cnn1.0 Input, cnn1.3 Hidden, fc1.0 Hidden, fc1.2 Hidden, fc1.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly Sequential cnn1, fc1;
    public M([Width] long width) : base("SiameseNetwork")
    {
        cnn1 = Sequential(Conv2d(1, width, kernel_size: 11, stride: 4), ReLU(inplace: true), MaxPool2d(3, stride: 2),
            Conv2d(width, width * 8 / 3, kernel_size: 5, stride: 1), ReLU(inplace: true));
        fc1 = Sequential(Linear(width * 8 / 3, 4 * width), ReLU(inplace: true), Linear(4 * width, 2 * width),
            ReLU(inplace: true), Linear(2 * width, 2));
        InitializeParameters();
    }

    private Tensor forward_once(Tensor x) => fc1.call(cnn1.call(x).mean(new long[] { 2, 3 }));
    public override Tensor forward(Tensor a, Tensor b) => functional.pairwise_distance(forward_once(a), forward_once(b));
}
