// right: tcn.network.0.conv1 Input, tcn.network.0.conv2 Hidden, tcn.network.0.downsample Input, tcn.network.1.conv1 Hidden
// right: tcn.network.1.conv2 Hidden, tcn.network.2.conv1 Hidden, tcn.network.2.conv2 Hidden, linear Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly TemporalConvNet tcn;
    private readonly Linear linear;
    public M([Width] int nhid, int levels = 3, int input_size = 1, int output_size = 10, int kernel_size = 3,
        double dropout = 0.1) : base("TCN")
    {
        var num_channels = Enumerable.Repeat(nhid, levels).ToArray();
        tcn = new TemporalConvNet(input_size, nhid, levels, kernel_size, dropout);
        linear = Linear(num_channels[^1], output_size);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => LinearForward(tcn.call(x)[TensorIndex.Ellipsis, -1]);
}

[Parameterize(BaseWidth = 8)]
public partial class TemporalConvNet : Module<Tensor, Tensor>
{
    private readonly Sequential network;
    public TemporalConvNet(int num_inputs, [Width] int channels, int num_levels, int kernel_size = 2,
        double dropout = 0.2) : base("TemporalConvNet")
    {
        var layers = new List<Module<Tensor, Tensor>>();
        for (int i = 0; i < num_levels; i++)
        {
            int dilation_size = (int)Math.Pow(2, i);
            int in_channels = i == 0 ? num_inputs : channels;
            layers.Add(new TemporalBlock(in_channels, channels, kernel_size, stride: 1, dilation: dilation_size,
                padding: (kernel_size - 1) * dilation_size, dropout: dropout));
        }

        network = Sequential(layers.ToArray());
        InitializeParameters(channels);
    }

    public override Tensor forward(Tensor x) => network.call(x);
}

[Parameterize(BaseWidth = 8)]
public partial class TemporalBlock : Module<Tensor, Tensor>
{
    private readonly Conv1d conv1, conv2;
    private readonly Conv1d? downsample;
    private readonly ReLU relu = ReLU();
    private readonly Sequential net;
    private readonly int pad;
    public TemporalBlock([Width] int n_inputs, [Width] int n_outputs, int kernel_size, int stride, int dilation, int padding,
        double dropout = 0.2) : base("TemporalBlock")
    {
        pad = padding;
        conv1 = Conv1d(n_inputs, n_outputs, kernel_size, stride: stride, padding: padding, dilation: dilation);
        conv2 = Conv1d(n_outputs, n_outputs, kernel_size, stride: stride, padding: padding, dilation: dilation);
        net = Sequential(ReLU(), Dropout(dropout));
        downsample = n_inputs != n_outputs ? Conv1d(n_inputs, n_outputs, 1) : null;
        init_weights();
        InitializeParameters();
    }

    private void init_weights()
    {
        init.normal_(conv1.weight, 0, 0.01);
        init.normal_(conv2.weight, 0, 0.01);
        if (downsample is not null)
            init.normal_(downsample.weight, 0, 0.01);
    }

    public override Tensor forward(Tensor x)
    {
        var o = net.call(Conv1(x)[TensorIndex.Ellipsis, TensorIndex.Slice(null, -pad)]);
        o = net.call(Conv2(o)[TensorIndex.Ellipsis, TensorIndex.Slice(null, -pad)]);
        return relu.call(o + (downsample is null ? x : Downsample(x)));
    }
}
