using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>Blocks of one class, of which the first reads three numbers and the last makes two.</summary>
[Parameterize(BaseWidth = 16)]
internal sealed partial class FiniteNet : Module<Tensor, Tensor>
{
    private readonly FiniteBlock _first;
    private readonly FiniteBlock _middle;
    private readonly FiniteBlock _last;

    public FiniteNet([Width] long width, [Richness] double richness)
        : base("FiniteNet")
    {
        _first = new FiniteBlock(3, width, richness);
        _middle = new FiniteBlock(width, 2 * width, richness);
        _last = new FiniteBlock(2 * width, 2, richness);
        InitializeParameters(width, richness);
    }

    public override Tensor forward(Tensor x) => _last.call(_middle.call(_first.call(x)));
}

[Parameterize(BaseWidth = 8)]
internal sealed partial class FiniteBlock : Module<Tensor, Tensor>
{
    private readonly Linear _in;
    private readonly Linear _out;

    public FiniteBlock([Width] long from, [Width] long to, [Richness] double richness)
        : base("FiniteBlock")
    {
        _in = Linear(from, to);
        _out = Linear(to, to);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x) => Out(functional.gelu(In(x)));
}

/// <summary>The same in the gauge of tensor programs, in which a hidden layer has no multiplier and an output layer has one.</summary>
[Parameterize(BaseWidth = 16, Gauge = Gauge.TensorPrograms)]
internal sealed partial class FiniteProgramsNet : Module<Tensor, Tensor>
{
    private readonly FiniteProgramsBlock _first;
    private readonly FiniteProgramsBlock _middle;
    private readonly FiniteProgramsBlock _last;

    public FiniteProgramsNet([Width] long width, [Richness] double richness)
        : base("FiniteProgramsNet")
    {
        _first = new FiniteProgramsBlock(3, width, richness);
        _middle = new FiniteProgramsBlock(width, 2 * width, richness);
        _last = new FiniteProgramsBlock(2 * width, 2, richness);
        InitializeParameters(width, richness);
    }

    public override Tensor forward(Tensor x) => _last.call(_middle.call(_first.call(x)));
}

[Parameterize(BaseWidth = 8, Gauge = Gauge.TensorPrograms)]
internal sealed partial class FiniteProgramsBlock : Module<Tensor, Tensor>
{
    private readonly Linear _in;
    private readonly Linear _out;

    public FiniteProgramsBlock([Width] long from, [Width] long to, [Richness] double richness)
        : base("FiniteProgramsBlock")
    {
        _in = Linear(from, to);
        _out = Linear(to, to);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x) => Out(functional.gelu(In(x)));
}

/// <summary>The same layers in one class.</summary>
[Parameterize(BaseWidth = 16)]
internal sealed partial class FlatNet : Module<Tensor, Tensor>
{
    private readonly Linear _in1, _out1, _in2, _out2, _in3, _out3;

    public FlatNet([Width] long width, [Richness] double richness)
        : base("FlatNet")
    {
        _in1 = Linear(3, width);
        _out1 = Linear(width, width);
        _in2 = Linear(width, 2 * width);
        _out2 = Linear(2 * width, 2 * width);
        _in3 = Linear(2 * width, 2);
        _out3 = Linear(2, 2);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x)
    {
        x = Out1(functional.gelu(In1(x)));
        x = Out2(functional.gelu(In2(x)));
        return Out3(functional.gelu(In3(x)));
    }
}
