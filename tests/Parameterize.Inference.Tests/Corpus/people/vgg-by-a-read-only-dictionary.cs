// right: features.0 Input, features.3 Hidden, head Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly Linear head;
    private static readonly IReadOnlyDictionary<string, int[]> Configs = new Dictionary<string, int[]>
    {
        ["small"] = [1, 0, 2, 0],
        ["large"] = [1, 1, 0, 2, 2, 0],
    };
    public M([Width] int width, string config = "small") : base("VGG")
    {
        var inC = 3;
        var layers = new List<Module<Tensor, Tensor>>();
        foreach (var m in Configs["small"])
        {
            if (m == 0) { layers.Add(MaxPool2d(2)); continue; }
            var c = m * width;
            layers.Add(Conv2d(inC, c, 3, padding: 1));
            layers.Add(ReLU());
            inC = c;
        }
        features = Sequential(layers);
        head = Linear(inC, 10);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Head(features.call(x).mean(new long[] { 2, 3 }));
}
