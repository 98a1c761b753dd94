using Parameterize.Experiments;
using Parameterize.Experiments.Sweeps;
using Parameterize;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

using var store = ResultStore.Open("rates.jsonl");
var task = new RateSweep().Task;
// (block)

public sealed class RateSweep : TransferExperiment
{
    public override string Description => "The best Adam rate over width.";

    public override IReadOnlyList<TransferVariant> Parametrizations =>
        [TransferVariant.Of("muP", width => new Mlp(width), (model, rate) => model.Adam(rate))];

    public override TrainingTask Task { get; } = new(
        (seed, step) => (zeros(8, 32), zeros(8, 10)), (outputs, targets) => functional.mse_loss(outputs, targets));

    public override IReadOnlyList<long> Widths => [64, 128];

    public override IReadOnlyList<double> Rates => [0.001];
}

[Parameterize(BaseWidth = 64)]
public sealed partial class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _readout;

    public Mlp([Width] long width) : base(nameof(Mlp))
    {
        _embed = Linear(32, width);
        _readout = Linear(width, 10);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Readout(functional.gelu(Embed(x)));
}
