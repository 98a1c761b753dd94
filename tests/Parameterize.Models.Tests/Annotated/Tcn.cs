using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>A temporal convolutional network on a series, with a head on its last step.</summary>
[Parameterize(BaseWidth = 8)]
public partial class Tcn : Module<Tensor, Tensor>
{
    private readonly Sequential network;
    private readonly Linear linear;

    public Tcn(long inputSize, long outputSize, [Width] long nhid, int levels, long kernelSize = 2, double dropout = 0.2) : base("Tcn")
    {
        var layers = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i < levels; i++)
        {
            var dilation = 1L << i;
            var inChannels = i == 0 ? inputSize : nhid;
            layers.Add(new TemporalBlock(inChannels, nhid, kernelSize, dilation, (kernelSize - 1) * dilation, dropout));
        }

        network = Sequential(layers);
        linear = Linear(nhid, outputSize);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var y = network.call(x);
        return LinearForward(y.select(2, y.size(2) - 1));
    }
}

/// <summary>Two causal convolutions beside a shortcut.</summary>
[Parameterize(BaseWidth = 8)]
public partial class TemporalBlock : Module<Tensor, Tensor>
{
    private readonly Conv1d conv1, conv2;
    private readonly Conv1d? downsample;
    private readonly Dropout dropout;
    private readonly long chomp;

    public TemporalBlock([Width] long nInputs, [Width] long nOutputs, long kernelSize, long dilation, long padding, double dropout)
        : base("TemporalBlock")
    {
        conv1 = Conv1d(nInputs, nOutputs, kernelSize, padding: padding, dilation: dilation);
        conv2 = Conv1d(nOutputs, nOutputs, kernelSize, padding: padding, dilation: dilation);
        downsample = nInputs != nOutputs ? Conv1d(nInputs, nOutputs, 1) : null;
        this.dropout = Dropout(dropout);
        chomp = padding;
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var y = dropout.call(functional.relu(Chomped(Conv1(x))));
        y = dropout.call(functional.relu(Chomped(Conv2(y))));
        return functional.relu(y + (downsample is null ? x : Downsample(x)));
    }

    private Tensor Chomped(Tensor x) => x.narrow(2, 0, x.size(2) - chomp);
}
