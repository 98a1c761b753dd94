// right: features.conv0 Input, features.norm0 Vector, features.denseblock1_1.norm1 Vector, features.denseblock1_1.norm2 Vector
// right: features.denseblock1_1.conv1 Hidden, features.denseblock1_1.conv2 Hidden, features.denseblock1_2.norm1 Vector
// right: features.denseblock1_2.norm2 Vector, features.denseblock1_2.conv1 Hidden, features.denseblock1_2.conv2 Hidden
// right: features.transition1 Hidden, features.denseblock2_1.norm1 Vector, features.denseblock2_1.norm2 Vector
// right: features.denseblock2_1.conv1 Hidden, features.denseblock2_1.conv2 Hidden, features.denseblock2_2.norm1 Vector
// right: features.denseblock2_2.norm2 Vector, features.denseblock2_2.conv1 Hidden, features.denseblock2_2.conv2 Hidden
// right: features.denseblock2_3.norm1 Vector, features.denseblock2_3.norm2 Vector, features.denseblock2_3.conv1 Hidden
// right: features.denseblock2_3.conv2 Hidden, features.norm5 Vector, classifier Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly Linear classifier;
    public M([Width] long growth_rate, int num_classes = 10, int bn_size = 4) : base("DenseNet")
    {
        int[] block_config =
        {
            2,
            3
        };
        long num_init_features = 2 * growth_rate;
        features = Sequential(("conv0", Conv2d(3, num_init_features, 7, stride: 2, padding: 3, bias: false)), ("norm0",
            BatchNorm2d(num_init_features)), ("relu0", ReLU(inplace: true)));
        var num_features = num_init_features;
        for (int i = 0; i < block_config.Length; i++)
        {
            var num_layers = block_config[i];
            for (int j = 0; j < num_layers; j++)
                features.append($"denseblock{i + 1}_{j + 1}", new DenseLayer(num_features + j * growth_rate, growth_rate,
                    bn_size));
            num_features = num_features + num_layers * growth_rate;
            if (i != block_config.Length - 1)
            {
                features.append($"transition{i + 1}", Conv2d(num_features, num_features / 2, 1, bias: false));
                num_features = num_features / 2;
            }
        }

        features.append("norm5", BatchNorm2d(num_features));
        classifier = Linear(num_features, num_classes);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Classifier(functional.relu(features.call(x)).mean(new long[] { 2, 3 }));
}

[Parameterize(BaseWidth = 8)]
public partial class DenseLayer : Module<Tensor, Tensor>
{
    private readonly BatchNorm2d norm1, norm2;
    private readonly Conv2d conv1, conv2;
    public DenseLayer([Width] long num_input_features, [Width] long growth_rate, int bn_size) : base("DenseLayer")
    {
        norm1 = BatchNorm2d(num_input_features);
        conv1 = Conv2d(num_input_features, bn_size * growth_rate, 1, bias: false);
        norm2 = BatchNorm2d(bn_size * growth_rate);
        conv2 = Conv2d(bn_size * growth_rate, growth_rate, 3, padding: 1, bias: false);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => torch.cat(new[] { x,
        Conv2(functional.relu(norm2.call(Conv1(functional.relu(norm1.call(x)))))) }, 1);
}
