using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Plain;

/// <summary>Speech: a convolution over the spectrogram, residual convolutions, a GRU of both directions, a classifier.</summary>
public class SpeechRecognition : Module<Tensor, Tensor>
{
    private readonly Conv2d cnn;
    private readonly ModuleList<ResidualCnn> rescnn_layers;
    private readonly Linear fully_connected;
    private readonly GRU birnn;
    private readonly Sequential classifier;

    public SpeechRecognition(int n_cnn_layers, long rnn_dim, long n_class, long n_feats, long filters)
        : base("SpeechRecognition")
    {
        n_feats = n_feats / 2;
        cnn = Conv2d(1, filters, 3, stride: 2, padding: 1);
        rescnn_layers = new ModuleList<ResidualCnn>();
        for (var i = 0; i < n_cnn_layers; i++)
            rescnn_layers.Add(new ResidualCnn(filters, n_feats));
        fully_connected = Linear(n_feats * filters, rnn_dim);
        birnn = GRU(rnn_dim, rnn_dim, batchFirst: true, bidirectional: true);
        classifier = Sequential(
            Linear(rnn_dim * 2, rnn_dim),
            GELU(),
            Dropout(0.1),
            Linear(rnn_dim, n_class));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = cnn.call(x);
        foreach (var layer in rescnn_layers)
            x = layer.call(x);
        x = x.flatten(1, 2).transpose(1, 2);
        x = fully_connected.call(x);
        x = birnn.call(x).Item1;
        return classifier.call(x);
    }
}

/// <summary>A residual convolution, with norms over the features.</summary>
public class ResidualCnn : Module<Tensor, Tensor>
{
    private readonly LayerNorm layer_norm;
    private readonly Conv2d cnn;

    public ResidualCnn(long channels, long n_feats)
        : base("ResidualCnn")
    {
        layer_norm = LayerNorm(n_feats);
        cnn = Conv2d(channels, channels, 3, padding: 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var residual = x;
        x = layer_norm.call(x.transpose(2, 3)).transpose(2, 3);
        x = cnn.call(functional.gelu(x));
        return x + residual;
    }
}
