using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>A member of every module of the catalogue; it is built and looked at, not run.</summary>
[Parameterize(BaseWidth = 64, Richness = 0.25, Gauge = Gauge.NeuralTangent)]
internal sealed partial class EveryModule : Module<Tensor, Tensor>
{
    private readonly Linear _linear;
    private readonly Bilinear _bilinear;
    private readonly Conv1d _conv1;
    private readonly Conv2d _conv2;
    private readonly Conv2d _grouped;
    private readonly Conv3d _conv3;
    private readonly ConvTranspose1d _transposed1;
    private readonly ConvTranspose2d _transposed2;
    private readonly ConvTranspose3d _transposed3;
    private readonly Embedding _embedding;
    private readonly EmbeddingBag _bag;
    private readonly LayerNorm _layerNorm;
    private readonly GroupNorm _groupNorm;
    private readonly BatchNorm1d _batch1;
    private readonly BatchNorm2d _batch2;
    private readonly BatchNorm3d _batch3;
    private readonly InstanceNorm1d _instance1;
    private readonly InstanceNorm2d _instance2;
    private readonly InstanceNorm3d _instance3;
    private readonly PReLU _prelu;
    private readonly RNN _rnn;
    private readonly LSTM _lstm;
    private readonly GRU _gru;
    private readonly RNNCell _rnnCell;
    private readonly LSTMCell _lstmCell;
    private readonly GRUCell _gruCell;
    private readonly MultiheadAttention _attention;
    private readonly TransformerEncoderLayer _encoder;
    private readonly TransformerDecoderLayer _decoder;
    private readonly TransformerEncoder _encoders;
    private readonly TransformerDecoder _decoders;
    private readonly Transformer _transformer;

    public EveryModule([Width] long width)
        : base(nameof(EveryModule))
    {
        _linear = Linear(width, 2 * width);
        _bilinear = Bilinear(8, 4, width);
        _conv1 = Conv1d(3, width, 3);
        _conv2 = Conv2d(width, 2 * width, 3, bias: false);
        _grouped = Conv2d(width, width, 3, groups: width / 16);
        _conv3 = Conv3d(width, 5, 1);
        _transposed1 = ConvTranspose1d(width, 3, 3);
        _transposed2 = ConvTranspose2d(width, width, 3);
        _transposed3 = ConvTranspose3d(4, width, 1);
        _embedding = Embedding(100, width);
        _bag = EmbeddingBag(100, width);
        _layerNorm = LayerNorm([width]);
        _groupNorm = GroupNorm(8, width);
        _batch1 = BatchNorm1d(width);
        _batch2 = BatchNorm2d(width);
        _batch3 = BatchNorm3d(width);
        _instance1 = InstanceNorm1d(width, affine: true);
        _instance2 = InstanceNorm2d(width);
        _instance3 = InstanceNorm3d(width, affine: true);
        _prelu = PReLU(width);
        _rnn = RNN(16, width, 2);
        _lstm = LSTM(width, width, 2, bidirectional: true);
        _gru = GRU(16, 2 * width, bias: false);
        _rnnCell = RNNCell(16, width);
        _lstmCell = LSTMCell(width, width);
        _gruCell = GRUCell(16, width, bias: false);
        _attention = MultiheadAttention(width, width / 8);
        _encoder = TransformerEncoderLayer(width, width / 16, 4 * width);
        _decoder = TransformerDecoderLayer(width, width / 16, 256);
        _encoders = TransformerEncoder(TransformerEncoderLayer(width, width / 16, 4 * width), 2);
        _decoders = TransformerDecoder(TransformerDecoderLayer(2 * width, width / 8, 256), 2);
        _transformer = Transformer(width, width / 16, 2, 1, 2 * width);
        InitializeParameters();
    }

    /// <summary>Whether it is in the source, so that a missing row fails here and not at a user's.</summary>
    public static IReadOnlyList<Type> Members =>
        [.. typeof(EveryModule).GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)
            .Select(member => member.FieldType).Where(type => type.Namespace == "TorchSharp.Modules")];

    public override Tensor forward(Tensor x) => x;
}
