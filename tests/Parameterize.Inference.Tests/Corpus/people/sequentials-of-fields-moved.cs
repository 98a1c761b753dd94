// right: encoder.conv1 Input, encoder.bn1 Vector, encoder.conv2 Hidden, decoder.0 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential encoder, decoder;
    private readonly Conv2d conv1, conv2;
    private readonly BatchNorm2d bn1;
    private readonly Linear fc;
    public M([Width] int w) : base("M")
    {
        conv1 = Conv2d(3, w, 3, padding: 1);
        bn1 = BatchNorm2d(w);
        conv2 = Conv2d(w, 2 * w, 3, padding: 1);
        encoder = Sequential(("conv1", conv1), ("bn1", bn1), ("relu", ReLU()), ("conv2", conv2));
        fc = Linear(2 * w, 4);
        decoder = Sequential(fc, Dropout(0.1));
        InitializeParameters();
        if (torch.cuda.is_available()) this.to(DeviceType.CUDA);
    }
    public override Tensor forward(Tensor x) => decoder.call(encoder.call(x).mean(new long[] { 2, 3 }));
}
