// right: net.0 Input, net.2 Hidden, net.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential net;
    public M([Width] int d, Device? device = null, ScalarType? dtype = null) : base("M")
    {
        net = Sequential(
            Linear(4, d, true, device, dtype),
            ReLU(),
            Linear(d, d, hasBias: false, device: device, dtype: dtype),
            ReLU(),
            Linear(d, 2, device: device, dtype: dtype));
        InitializeParameters();
        if (device is { type: not DeviceType.CPU }) this.to(device);
    }
    public override Tensor forward(Tensor x) => net.call(x);
}
