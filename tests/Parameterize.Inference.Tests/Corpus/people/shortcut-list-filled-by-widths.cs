// right: conv1 Input, layer1.0.conv1 Hidden, layer1.0.conv2 Hidden, layer1.1.conv1 Hidden, layer1.1.conv2 Hidden, layer2.0.conv1 Hidden
// right: layer2.0.conv2 Hidden, layer2.0.shortcut.0 Hidden, layer2.0.shortcut.1 Vector, layer2.1.conv1 Hidden, layer2.1.conv2 Hidden
// right: fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly Sequential layer1, layer2;
    private readonly Linear fc;
    public M([Width] int width, int classes = 10) : base("R")
    {
        conv1 = Conv2d(3, width, 3, padding: 1);
        var inPlanes = width;
        layer1 = Make(ref inPlanes, width, 2, 1);
        layer2 = Make(ref inPlanes, 2 * width, 2, 2);
        fc = Linear(inPlanes, classes);
        InitializeParameters();
    }
    private static Sequential Make(ref int inPlanes, int planes, int n, int stride)
    {
        var blocks = new List<Module<Tensor, Tensor>>();
        for (int i = 0; i < n; i++)
        {
            blocks.Add(new Block(inPlanes, planes, i == 0 ? stride : 1));
            inPlanes = planes;
        }
        return Sequential(blocks);
    }
    public override Tensor forward(Tensor x) => Fc(layer2.call(layer1.call(Conv1(x))).mean(new long[] { 2, 3 }));
}
[Parameterize(BaseWidth = 8)]
public partial class Block : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1, conv2;
    private readonly Sequential shortcut;
    public Block([Width] int inPlanes, [Width] int planes, int stride) : base("Block")
    {
        conv1 = Conv2d(inPlanes, planes, 3, stride, 1);
        conv2 = Conv2d(planes, planes, 3, 1, 1);
        var list = new List<Module<Tensor, Tensor>>();
        if (stride != 1 || inPlanes != planes)
        {
            list.Add(Conv2d(inPlanes, planes, 1, stride));
            list.Add(BatchNorm2d(planes));
        }
        shortcut = Sequential(list);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => functional.relu(Conv2(functional.relu(Conv1(x))) + shortcut.call(x));
}
