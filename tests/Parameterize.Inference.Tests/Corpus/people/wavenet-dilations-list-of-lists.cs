// right: start_conv Input, end_conv_1 Hidden, end_conv_2 Output, filter_convs.0 Hidden, filter_convs.1 Hidden
// right: filter_convs.2 Hidden, filter_convs.3 Hidden, filter_convs.4 Hidden, filter_convs.5 Hidden, gate_convs.0 Hidden
// right: gate_convs.1 Hidden, gate_convs.2 Hidden, gate_convs.3 Hidden, gate_convs.4 Hidden, gate_convs.5 Hidden
// right: residual_convs.0 Hidden, residual_convs.1 Hidden, residual_convs.2 Hidden, residual_convs.3 Hidden
// right: residual_convs.4 Hidden, residual_convs.5 Hidden, skip_convs.0 Hidden, skip_convs.1 Hidden, skip_convs.2 Hidden
// right: skip_convs.3 Hidden, skip_convs.4 Hidden, skip_convs.5 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Conv1d start_conv, end_conv_1, end_conv_2;
    private readonly ModuleList<Conv1d> filter_convs = new(), gate_convs = new(), residual_convs = new(), skip_convs = new();
    private readonly int blocks, layers;
    public M([Width] int residual_channels, int layers = 3, int blocks = 2, int classes = 16, int kernel_size = 2,
        bool bias = false) : base("WaveNet")
    {
        int dilation_channels = residual_channels, skip_channels = 4 * residual_channels, end_channels = 2 * residual_channels;
        this.blocks = blocks;
        this.layers = layers;
        start_conv = Conv1d(classes, residual_channels, 1, bias: bias);
        for (int b = 0; b < blocks; b++)
        {
            int new_dilation = 1;
            for (int i = 0; i < layers; i++)
            {
                filter_convs.Add(Conv1d(residual_channels, dilation_channels, kernel_size, dilation: new_dilation, bias: bias));
                gate_convs.Add(Conv1d(residual_channels, dilation_channels, kernel_size, dilation: new_dilation, bias: bias));
                residual_convs.Add(Conv1d(dilation_channels, residual_channels, 1, bias: bias));
                skip_convs.Add(Conv1d(dilation_channels, skip_channels, 1, bias: bias));
                new_dilation *= 2;
            }
        }

        end_conv_1 = Conv1d(skip_channels, end_channels, 1, bias: true);
        end_conv_2 = Conv1d(end_channels, classes, 1, bias: true);
        InitializeParameters();
    }

    public override Tensor forward(Tensor input)
    {
        var x = Start_conv(input);
        Tensor? skip = null;
        for (int i = 0; i < blocks * layers; i++)
        {
            var f = torch.tanh(Filter_convs(i, x));
            var g = torch.sigmoid(Gate_convs(i, x));
            x = f * g;
            var s = Skip_convs(i, x);
            skip = skip is null ? s : s + skip;
            x = Residual_convs(i, x);
        }

        return End_conv_2(functional.relu(End_conv_1(functional.relu(skip!))));
    }
}
