// right: _stem Input, _layer1.conv0 Hidden, _layer1.bn0 Vector, _layer1.conv1 Hidden, _layer1.bn1 Vector
// right: _layer2.conv0 Hidden, _layer2.bn0 Vector, _layer2.conv1 Hidden, _layer2.bn1 Vector, _fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d _stem;
    private readonly Sequential _layer1, _layer2;
    private readonly Linear _fc;
    private long _inPlanes;

    public M([Width] long width) : base("M")
    {
        _inPlanes = width;
        _stem = Conv2d(3, width, 3, padding: 1);
        _layer1 = MakeLayer(width, 2, 1);
        _layer2 = MakeLayer(2 * width, 2, 2);
        _fc = Linear(2 * width, 10);
        InitializeParameters();
    }

    private Sequential MakeLayer(long planes, int blocks, long stride)
    {
        var modules = new List<(string, Module<Tensor, Tensor>)>();
        for (var i = 0; i < blocks; i++)
        {
            modules.Add(($"conv{i}", Conv2d(_inPlanes, planes, 3, stride: i == 0 ? stride : 1, padding: 1)));
            modules.Add(($"bn{i}", BatchNorm2d(planes)));
            _inPlanes = planes;
        }
        return Sequential(modules);
    }

    public override Tensor forward(Tensor x) => x;
}
