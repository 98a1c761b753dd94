// right: network.0.conv1 Input, network.0.conv2 Hidden, network.0.downsample Input, network.1.conv1 Hidden, network.1.conv2 Hidden
// right: network.2.conv1 Hidden, network.2.conv2 Hidden, linear Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential network;
    private readonly Linear linear;
    public M([Width] long nhid, int levels = 3, long input_size = 4, long output_size = 2, long kernel_size = 2) : base("TCN")
    {
        var layers = new List<Module<Tensor, Tensor>>();
        for (int i = 0; i < levels; i++)
        {
            var dilation = (long)Math.Pow(2, i);
            var in_channels = i == 0 ? input_size : nhid;
            layers.Add(new TemporalBlock(in_channels, nhid, kernel_size, dilation));
        }

        network = Sequential(layers);
        linear = Linear(nhid, output_size);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => LinearForward(network.call(x).select(2, -1));
}

[Parameterize(BaseWidth = 8)]
public sealed partial class TemporalBlock : Module<Tensor, Tensor>
{
    private readonly Conv1d conv1, conv2;
    private readonly Conv1d? downsample;
    private readonly Dropout dropout;
    private readonly long pad;
    public TemporalBlock([Width] long n_inputs, [Width] long n_outputs, long k, long dilation,
        double p = 0.2) : base("TemporalBlock")
    {
        pad = (k - 1) * dilation;
        conv1 = Conv1d(n_inputs, n_outputs, k, padding: pad, dilation: dilation);
        conv2 = Conv1d(n_outputs, n_outputs, k, padding: pad, dilation: dilation);
        dropout = Dropout(p);
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

    private Tensor Chomp(Tensor x) => x.narrow(2, 0, x.shape[2] - pad).contiguous();
    public override Tensor forward(Tensor x)
    {
        var y = dropout.call(functional.relu(Chomp(Conv1(x))));
        y = dropout.call(functional.relu(Chomp(Conv2(y))));
        var res = downsample is null ? x : Downsample(x);
        return functional.relu(y + res);
    }
}
