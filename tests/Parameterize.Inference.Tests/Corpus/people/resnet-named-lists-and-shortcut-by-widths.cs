// right: layers.conv2d-first Input, layers.bnrm2d-first Vector, layers.blck-1-0.layers.blck-1-0-conv2d-1 Hidden
// right: layers.blck-1-0.layers.blck-1-0-bnrm2d-1 Vector, layers.blck-1-0.layers.blck-1-0-conv2d-2 Hidden
// right: layers.blck-1-0.layers.blck-1-0-bnrm2d-2 Vector, layers.blck-1-0.layers.blck-1-0-conv2d-3 Hidden
// right: layers.blck-1-0.layers.blck-1-0-bnrm2d-3 Vector, layers.blck-1-0.shortcut.blck-1-0-conv2d-4 Hidden
// right: layers.blck-1-0.shortcut.blck-1-0-bnrm2d-4 Vector, layers.blck-1-1.layers.blck-1-1-conv2d-1 Hidden
// right: layers.blck-1-1.layers.blck-1-1-bnrm2d-1 Vector, layers.blck-1-1.layers.blck-1-1-conv2d-2 Hidden
// right: layers.blck-1-1.layers.blck-1-1-bnrm2d-2 Vector, layers.blck-1-1.layers.blck-1-1-conv2d-3 Hidden
// right: layers.blck-1-1.layers.blck-1-1-bnrm2d-3 Vector, layers.blck-2-0.layers.blck-2-0-conv2d-1 Hidden
// right: layers.blck-2-0.layers.blck-2-0-bnrm2d-1 Vector, layers.blck-2-0.layers.blck-2-0-conv2d-2 Hidden
// right: layers.blck-2-0.layers.blck-2-0-bnrm2d-2 Vector, layers.blck-2-0.layers.blck-2-0-conv2d-3 Hidden
// right: layers.blck-2-0.layers.blck-2-0-bnrm2d-3 Vector, layers.blck-2-0.shortcut.blck-2-0-conv2d-4 Hidden
// right: layers.blck-2-0.shortcut.blck-2-0-bnrm2d-4 Vector, layers.blck-2-1.layers.blck-2-1-conv2d-1 Hidden
// right: layers.blck-2-1.layers.blck-2-1-bnrm2d-1 Vector, layers.blck-2-1.layers.blck-2-1-conv2d-2 Hidden
// right: layers.blck-2-1.layers.blck-2-1-bnrm2d-2 Vector, layers.blck-2-1.layers.blck-2-1-conv2d-3 Hidden
// right: layers.blck-2-1.layers.blck-2-1-bnrm2d-3 Vector, layers.linear Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers;
    private int in_planes;

    public M([Width] int width, int numClasses = 10) : base("R")
    {
        in_planes = width;
        var modules = new List<(string, Module<Tensor, Tensor>)>();
        modules.Add(($"conv2d-first", Conv2d(3, width, kernel_size: 3, stride: 1, padding: 1, bias: false)));
        modules.Add(($"bnrm2d-first", BatchNorm2d(width)));
        modules.Add(($"relu-first", ReLU(inplace: true)));
        MakeLayer(modules, 1, width, 2, 1);
        MakeLayer(modules, 2, 2 * width, 2, 2);
        modules.Add(("avgpool", AdaptiveAvgPool2d(new long[] { 1, 1 })));
        modules.Add(("flatten", Flatten()));
        modules.Add(($"linear", Linear(2 * width * Bottleneck.expansion, numClasses)));
        layers = Sequential(modules);
        InitializeParameters();
    }

    private void MakeLayer(List<(string, Module<Tensor, Tensor>)> modules, int stage, int planes, int num_blocks, int stride)
    {
        var strides = new List<int>();
        strides.Add(stride);
        for (var i = 0; i < num_blocks - 1; i++) { strides.Add(1); }
        for (var i = 0; i < strides.Count; i++)
        {
            var s = strides[i];
            modules.Add(($"blck-{stage}-{i}", new Bottleneck($"blck-{stage}-{i}", in_planes, planes, s)));
            in_planes = planes * Bottleneck.expansion;
        }
    }

    public override Tensor forward(Tensor input) => layers.call(input);
}

[Parameterize(BaseWidth = 8)]
partial class Bottleneck : Module<Tensor, Tensor>
{
    public static int expansion = 4;
    private readonly Module<Tensor, Tensor> layers;
    private readonly Module<Tensor, Tensor> shortcut;
    public Bottleneck(string name, [Width] int in_planes, [Width] int planes, int stride) : base(name)
    {
        var modules = new List<(string, Module<Tensor, Tensor>)>();
        modules.Add(($"{name}-conv2d-1", Conv2d(in_planes, planes, kernel_size: 1, bias: false)));
        modules.Add(($"{name}-bnrm2d-1", BatchNorm2d(planes)));
        modules.Add(($"{name}-conv2d-2", Conv2d(planes, planes, kernel_size: 3, stride: stride, padding: 1, bias: false)));
        modules.Add(($"{name}-bnrm2d-2", BatchNorm2d(planes)));
        modules.Add(($"{name}-conv2d-3", Conv2d(planes, expansion * planes, kernel_size: 1, bias: false)));
        modules.Add(($"{name}-bnrm2d-3", BatchNorm2d(expansion * planes)));
        layers = Sequential(modules);
        if (stride != 1 || in_planes != expansion * planes)
        {
            shortcut = Sequential(
                ($"{name}-conv2d-4", Conv2d(in_planes, expansion * planes, kernel_size: 1, stride: stride, bias: false)),
                ($"{name}-bnrm2d-4", BatchNorm2d(expansion * planes)));
        }
        else
        {
            shortcut = Sequential();
        }
        InitializeParameters(in_planes, planes);
    }
    public override Tensor forward(Tensor t) => (layers.call(t) + shortcut.call(t)).relu();
}
