using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>A stack of dilated causal convolutions with gates, a residual path and skips.</summary>
public class WaveNet : Module<Tensor, Tensor>
{
    private readonly Conv1d start_conv;
    private readonly ModuleList<Conv1d> filter_convs = new();
    private readonly ModuleList<Conv1d> gate_convs = new();
    private readonly ModuleList<Conv1d> residual_convs = new();
    private readonly ModuleList<Conv1d> skip_convs = new();
    private readonly Conv1d end_conv_1;
    private readonly Conv1d end_conv_2;

    public WaveNet(int layers, long classes, long residualChannels, long skipChannels) : base("WaveNet")
    {
        start_conv = Conv1d(classes, residualChannels, kernel_size: 1);
        for (var i = 0; i < layers; i++)
        {
            filter_convs.Add(Conv1d(residualChannels, residualChannels, kernel_size: 2, dilation: 1L << i));
            gate_convs.Add(Conv1d(residualChannels, residualChannels, kernel_size: 2, dilation: 1L << i));
            residual_convs.Add(Conv1d(residualChannels, residualChannels, kernel_size: 1));
            skip_convs.Add(Conv1d(residualChannels, skipChannels, kernel_size: 1));
        }

        end_conv_1 = Conv1d(skipChannels, skipChannels, kernel_size: 1);
        end_conv_2 = Conv1d(skipChannels, classes, kernel_size: 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var x = start_conv.call(input);
        Tensor? skip = null;
        for (var i = 0; i < filter_convs.Count; i++)
        {
            var residual = functional.pad(x, (1L << i, 0L));
            var z = tanh(filter_convs[i].call(residual)) * sigmoid(gate_convs[i].call(residual));
            skip = skip is null ? skip_convs[i].call(z) : skip + skip_convs[i].call(z);
            x = residual_convs[i].call(z) + x;
        }

        x = functional.relu(end_conv_1.call(functional.relu(skip!)));
        return end_conv_2.call(x);
    }
}
