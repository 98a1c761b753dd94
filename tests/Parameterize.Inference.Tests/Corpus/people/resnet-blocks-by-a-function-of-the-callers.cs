// right: layers.conv2d-first Input
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers;
    private int in_planes;

    public static M Make(long width) => new("ResNet18", (name, in_planes, planes, stride) => new BasicBlock(name, in_planes,
        planes, stride),
        BasicBlock.expansion, new int[] { 2, 2, 2 }, (int)width, 10);

    public M(string name, Func<string, int, int, int, Module<Tensor, Tensor>> block, int expansion, IList<int> num_blocks,
        [Width] int width, int numClasses, Device? device = null) : base(name)
    {
        in_planes = width;
        var modules = new List<(string, Module<Tensor, Tensor>)>();
        modules.Add(($"conv2d-first", Conv2d(3, width, kernel_size: 3, stride: 1, padding: 1, bias: false)));
        modules.Add(($"bnrm2d-first", BatchNorm2d(width)));
        modules.Add(($"relu-first", ReLU(inplace: true)));
        MakeLayer(modules, block, expansion, width, num_blocks[0], 1);
        MakeLayer(modules, block, expansion, 2 * width, num_blocks[1], 2);
        MakeLayer(modules, block, expansion, 4 * width, num_blocks[2], 2);
        modules.Add(("avgpool", AvgPool2d(new long[] { 4, 4 })));
        modules.Add(("flatten", Flatten()));
        modules.Add(($"linear", Linear(4 * width * expansion, numClasses)));
        layers = Sequential(modules);
        InitializeParameters();
        if (device is not null && device.type != DeviceType.CPU)
            this.to(device);
    }

    private void MakeLayer(List<(string, Module<Tensor, Tensor>)> modules, Func<string, int, int, int, Module<Tensor,
        Tensor>> block, int expansion, int planes, int num_blocks, int stride)
    {
        var strides = new List<int>();
        strides.Add(stride);
        for (var i = 0; i < num_blocks - 1; i++) { strides.Add(1); }
        for (var i = 0; i < strides.Count; i++)
        {
            var s = strides[i];
            modules.Add(($"blck-{num_blocks}-{i}", block($"blck-{num_blocks}-{i}", in_planes, planes, s)));
            in_planes = planes * expansion;
        }
    }

    public override Tensor forward(Tensor input) => layers.call(input);
}

[Parameterize(BaseWidth = 8)]
partial class BasicBlock : Module<Tensor, Tensor>
{
    public BasicBlock(string name, [Width] int in_planes, [Width] int planes, int stride) : base(name)
    {
        var modules = new List<(string, Module<Tensor, Tensor>)>();
        modules.Add(($"{name}-conv2d-1", Conv2d(in_planes, planes, kernel_size: 3, stride: stride, padding: 1, bias: false)));
        modules.Add(($"{name}-bnrm2d-1", BatchNorm2d(planes)));
        modules.Add(($"{name}-relu-1", ReLU(inplace: true)));
        modules.Add(($"{name}-conv2d-2", Conv2d(planes, planes, kernel_size: 3, stride: 1, padding: 1, bias: false)));
        modules.Add(($"{name}-bnrm2d-2", BatchNorm2d(planes)));
        layers = Sequential(modules);
        if (stride != 1 || in_planes != expansion * planes)
        {
            shortcut = Sequential(
                ($"{name}-conv2d-3", Conv2d(in_planes, expansion * planes, kernel_size: 1, stride: stride, bias: false)),
                ($"{name}-bnrm2d-3", BatchNorm2d(expansion * planes)));
        }
        else
        {
            shortcut = Sequential();
        }

        modules.Add(($"{name}-relu-2", ReLU(inplace: true)));
        InitializeParameters(in_planes, planes);
    }

    public override Tensor forward(Tensor t)
    {
        var x = layers.call(t);
        var y = shortcut.call(t);
        return x.add_(y).relu_();
    }

    public static int expansion = 1;
    private readonly Module<Tensor, Tensor> layers;
    private readonly Module<Tensor, Tensor> shortcut;
}
