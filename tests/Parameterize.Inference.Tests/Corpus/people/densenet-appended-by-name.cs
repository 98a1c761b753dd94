// right: features.conv0 Input, features.dense0_0.norm Vector, features.dense0_0.conv Hidden, features.dense0_1.norm Vector
// right: features.dense0_1.conv Hidden, features.trans0.0 Vector, features.trans0.1 Hidden, features.dense1_0.norm Vector
// right: features.dense1_0.conv Hidden, features.dense1_1.norm Vector, features.dense1_1.conv Hidden, features.norm Vector
// right: classifier Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly Linear classifier;
    public M([Width] int growth, int classes = 5) : base("Dense")
    {
        int[] config = { 2, 2 };
        var channels = 2 * growth;
        features = Sequential(("conv0", Conv2d(3, channels, 3, padding: 1)));
        for (var i = 0; i < config.Length; i++)
        {
            for (var j = 0; j < config[i]; j++)
            {
                features.append($"dense{i}_{j}", new DenseLayer(channels, growth));
                channels += growth;
            }
            if (i != config.Length - 1)
            {
                features.append($"trans{i}", Sequential(BatchNorm2d(channels), Conv2d(channels, channels / 2, 1)));
                channels /= 2;
            }
        }
        features.append("norm", BatchNorm2d(channels));
        classifier = Linear(channels, classes);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Classifier(features.call(x).mean(new long[] { 2, 3 }));
}
[Parameterize(BaseWidth = 8)]
public sealed partial class DenseLayer : Module<Tensor, Tensor>
{
    private readonly BatchNorm2d norm;
    private readonly Conv2d conv;
    public DenseLayer([Width] int inC, [Width] int growth) : base("DL")
    {
        norm = BatchNorm2d(inC);
        conv = Conv2d(inC, growth, 3, padding: 1);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => cat([x, Conv(functional.relu(norm.call(x)))], 1);
}
