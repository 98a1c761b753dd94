using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>One layer and a norm, in the gauge with multipliers.</summary>
[Parameterize(BaseWidth = 8)]
internal sealed partial class TangentStage : Module<Tensor, Tensor>
{
    private readonly Linear _expand;
    private readonly LayerNorm _norm;
    [Hidden(InitStd = 0.1)] private readonly Linear _contract;

    public TangentStage([Width] long inputs, [Width] long outputs, [Richness] double richness)
        : base(nameof(TangentStage))
    {
        _expand = Linear(inputs, 3 * outputs);
        _norm = LayerNorm(3 * outputs);
        _contract = Linear(3 * outputs, outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x) => Contract(functional.gelu(Norm(Expand(x))));
}

/// <summary>Three of them, of sizes that are not theirs alone.</summary>
[Parameterize(BaseWidth = 8)]
internal sealed partial class TangentTower : Module<Tensor, Tensor>
{
    private readonly TangentStage _low;
    private readonly TangentStage[] _high;
    private readonly Linear _mix;

    public TangentTower([Width] long width, [Richness] double richness)
        : base(nameof(TangentTower))
    {
        _low = new TangentStage(width, 2 * width, richness);
        _high = [new TangentStage(2 * width, 2 * width, richness), new TangentStage(2 * width, 2 * width, richness)];
        _mix = Linear(2 * width, width);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x) => Mix(_high[1].call(_high[0].call(_low.call(x))));
}

/// <summary>Three levels: stages in towers in this.</summary>
[Parameterize(BaseWidth = 4)]
internal sealed partial class TangentNest : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly TangentTower _tower;
    private readonly Linear _readout;

    public TangentNest([Width] long width, [Richness] double richness)
        : base(nameof(TangentNest))
    {
        _embed = Linear(PlainMlp.Inputs, 3 * width);
        _tower = new TangentTower(3 * width, richness);
        _readout = Linear(3 * width, PlainMlp.Outputs);
        InitializeParameters(richness);
    }

    public TangentTower Tower => _tower;

    public override Tensor forward(Tensor x) => Readout(_tower.call(Embed(x)));
}

/// <summary>The same stage in the gauge without multipliers.</summary>
[Parameterize(BaseWidth = 8, Gauge = Gauge.LearningRate)]
internal sealed partial class RateStage : Module<Tensor, Tensor>
{
    private readonly Linear _expand;
    private readonly LayerNorm _norm;
    [Hidden(InitStd = 0.1)] private readonly Linear _contract;

    public RateStage([Width] long inputs, [Width] long outputs, [Richness] double richness)
        : base(nameof(RateStage))
    {
        _expand = Linear(inputs, 3 * outputs);
        _norm = LayerNorm(3 * outputs);
        _contract = Linear(3 * outputs, outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x) => Contract(functional.gelu(Norm(Expand(x))));
}

/// <summary>The same tower.</summary>
[Parameterize(BaseWidth = 8, Gauge = Gauge.LearningRate)]
internal sealed partial class RateTower : Module<Tensor, Tensor>
{
    private readonly RateStage _low;
    private readonly RateStage[] _high;
    private readonly Linear _mix;

    public RateTower([Width] long width, [Richness] double richness)
        : base(nameof(RateTower))
    {
        _low = new RateStage(width, 2 * width, richness);
        _high = [new RateStage(2 * width, 2 * width, richness), new RateStage(2 * width, 2 * width, richness)];
        _mix = Linear(2 * width, width);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x) => Mix(_high[1].call(_high[0].call(_low.call(x))));
}

/// <summary>The same nest.</summary>
[Parameterize(BaseWidth = 4, Gauge = Gauge.LearningRate)]
internal sealed partial class RateNest : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly RateTower _tower;
    private readonly Linear _readout;

    public RateNest([Width] long width, [Richness] double richness)
        : base(nameof(RateNest))
    {
        _embed = Linear(PlainMlp.Inputs, 3 * width);
        _tower = new RateTower(3 * width, richness);
        _readout = Linear(3 * width, PlainMlp.Outputs);
        InitializeParameters(richness);
    }

    public override Tensor forward(Tensor x) => Readout(_tower.call(Embed(x)));
}
