// right: _features.conv0 Input, _features.bn0 Vector, _features.conv1 Hidden, _features.bn1 Vector
// right: _features.conv3 Hidden, _features.bn3 Vector, _features.conv4 Hidden, _features.bn4 Vector
// right: _classifier Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential _features;
    private readonly Linear _classifier;

    public M([Width] long width, int classes = 10) : base("M")
    {
        int[] cfg = { 1, 1, -1, 2, 2, -1 };
        var features = Sequential();
        long channels = 3;
        for (int i = 0; i < cfg.Length; i++)
        {
            if (cfg[i] < 0)
                features.append($"pool{i}", MaxPool2d(2, 2));
            else
            {
                features.append($"conv{i}", Conv2d(channels, cfg[i] * width, 3, padding: 1));
                features.append($"bn{i}", BatchNorm2d(cfg[i] * width));
                features.append($"relu{i}", ReLU());
                channels = cfg[i] * width;
            }
        }
        _features = features;
        _classifier = Linear(channels, classes);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
