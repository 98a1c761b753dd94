using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>A residual block between any two numbers of channels, as networks are written that make all stages of one class.</summary>
[Parameterize(BaseWidth = 4)]
internal sealed partial class PyramidBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d _conv1;
    private readonly GroupNorm _norm1;
    private readonly Conv2d _conv2;
    private readonly Conv2d? _down;

    public PyramidBlock([Width] long inPlanes, [Width] long planes, [Richness] double richness, long stride = 1)
        : base(nameof(PyramidBlock))
    {
        _conv1 = Conv2d(inPlanes, planes, 3, stride: stride, padding: 1, bias: false);
        _norm1 = GroupNorm(1, planes);
        _conv2 = Conv2d(planes, planes, 3, padding: 1);
        if (stride != 1 || inPlanes != planes)
        {
            _down = Conv2d(inPlanes, planes, 1, stride: stride, bias: false);
        }

        InitializeParameters(richness);
    }

    public Conv2d First => _conv1;

    public GroupNorm Norm => _norm1;

    public override Tensor forward(Tensor x) => Conv2(functional.relu(Norm1(Conv1(x)))) + (_down is null ? x : Down(x));
}

/// <summary>Stages of one, two, four and eight times the width: a list in a loop, and layers as torchvision's resnet makes them.</summary>
[Parameterize(BaseWidth = 4)]
internal sealed partial class PyramidNet : Module<Tensor, Tensor>
{
    private readonly Conv2d _stem;
    private readonly PyramidBlock _first;
    private readonly ModuleList<PyramidBlock> _grow = new();
    private readonly Sequential _last;
    private readonly Linear _readout;
    private long _planes;

    /// <summary>What the last constructor on this thread built first.</summary>
    [ThreadStatic]
    private static PyramidBlock? s_leaked;

    public static PyramidBlock? Leaked => s_leaked;

    public PyramidNet([Width] long width, [Richness] double richness, bool zero = false, bool fail = false, double? times = null)
        : base(nameof(PyramidNet))
    {
        _stem = Conv2d(1, width, 3, padding: 1);
        _first = new PyramidBlock(width, width, richness);
        s_leaked = _first;
        _planes = width;
        for (var i = 0; i < 2; i++)
        {
            _grow.append(new PyramidBlock(_planes, 2 * _planes, richness, stride: 2));
            _planes *= 2;
        }

        _last = MakeLayer(8 * width, 2, richness);
        _readout = Linear(8 * width, 3);
        if (zero)
        {
            init.zeros_(_first.Norm.weight!);
        }

        if (times is { } factor)
        {
            using var _ = no_grad();
            using var held = (TorchSharp.Scalar)factor;
            _grow[1].First.weight.mul_(held);
        }

        if (fail)
        {
            throw new NotSupportedException("half-way");
        }

        InitializeParameters(richness);
    }

    public PyramidBlock First => _first;

    public PyramidBlock Third => _grow[1];

    public override Tensor forward(Tensor x)
    {
        x = _first.call(Stem(x));
        foreach (var block in _grow)
        {
            x = block.call(x);
        }

        return Readout(functional.relu(_last.call(x)).mean([2L, 3L]));
    }

    private Sequential MakeLayer(long planes, int blocks, double richness)
    {
        var layers = new List<Module<Tensor, Tensor>> { new PyramidBlock(_planes, planes, richness, stride: 2) };
        _planes = planes;
        for (var i = 1; i < blocks; i++)
        {
            layers.Add(new PyramidBlock(_planes, planes, richness));
        }

        return Sequential(layers);
    }
}

/// <summary>The same in plain TorchSharp.</summary>
internal sealed class PlainPyramidBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d _conv1;
    private readonly GroupNorm _norm1;
    private readonly Conv2d _conv2;
    private readonly Conv2d? _down;

    public PlainPyramidBlock(long inPlanes, long planes, long stride = 1)
        : base(nameof(PlainPyramidBlock))
    {
        _conv1 = Conv2d(inPlanes, planes, 3, stride: stride, padding: 1, bias: false);
        _norm1 = GroupNorm(1, planes);
        _conv2 = Conv2d(planes, planes, 3, padding: 1);
        _down = stride != 1 || inPlanes != planes ? Conv2d(inPlanes, planes, 1, stride: stride, bias: false) : null;
        using (no_grad())
        {
            // As documented; TorchSharp leaves them unwritten.
            _norm1.weight!.fill_(1);
            _norm1.bias!.fill_(0);
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x) =>
        _conv2.call(functional.relu(_norm1.call(_conv1.call(x)))) + (_down is null ? x : _down.call(x));
}

/// <summary>The same in plain TorchSharp.</summary>
internal sealed class PlainPyramidNet : Module<Tensor, Tensor>
{
    private readonly Conv2d _stem;
    private readonly PlainPyramidBlock _first;
    private readonly ModuleList<PlainPyramidBlock> _grow;
    private readonly Sequential _last;
    private readonly Linear _readout;

    public PlainPyramidNet(long width)
        : base(nameof(PlainPyramidNet))
    {
        _stem = Conv2d(1, width, 3, padding: 1);
        _first = new PlainPyramidBlock(width, width);
        _grow = new ModuleList<PlainPyramidBlock>(
            new PlainPyramidBlock(width, 2 * width, 2), new PlainPyramidBlock(2 * width, 4 * width, 2));
        _last = Sequential(new PlainPyramidBlock(4 * width, 8 * width, 2), new PlainPyramidBlock(8 * width, 8 * width));
        _readout = Linear(8 * width, 3);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = _first.call(_stem.call(x));
        foreach (var block in _grow)
        {
            x = block.call(x);
        }

        return _readout.call(functional.relu(_last.call(x)).mean([2L, 3L]));
    }
}
