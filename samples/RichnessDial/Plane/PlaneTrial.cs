using Parameterize.Experiments;
using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;
using static TorchSharp.torch;

namespace Parameterize.Samples.RichnessDial.Plane;

/// <summary>Two small steps of gradient descent at one place and width: what moved, and what the output owes to whom.</summary>
internal sealed record PlaneTrial(PlanePoint Point, double Richness, long Width, int Seed, Placement Placement)
{
    // Two, so that gradients have come through what the first one changed; small, so that powers of n are not bent by curvature.
    private const int Steps = 2;
    private const double Rate = 0.005;
    private const int BatchSize = 128;

    public string Id => Placement.Keyed(TrialId.Of(
        "plane", ("r", Richness), ("point", Point.Name), ("width", Width), ("seed", Seed), ("steps", Steps), ("rate", Rate)));

    public TrialResult Run(CancellationToken cancellation)
    {
        using var model = Placement.Build(Seed, () => new DialNet(Width, Richness));
        using var scope = NewDisposeScope();
        var n = model.Parameterization.Widths[0].Ratio;
        var layers = model.named_parameters()
            .Select(one => (Name: one.name.Split('.')[0], Full: one.name, Tensor: one.parameter)).ToArray();
        var task = Placement.Of(Teacher.Fixed(BatchSize));
        var (probe, targets) = task.Batch(0, 0);
        using (no_grad())
        {
            foreach (var layer in layers)
            {
                layer.Tensor.mul_(Math.Pow(n, Point.Of(layer.Name).Init));
            }

            targets = targets + model.call(probe); // relative to what the network says at the start
        }

        var initial = layers.Select(layer => layer.Tensor.detach().clone()).ToArray();
        using var before = LayerTrace.Record(model, probe);
        var losses = new List<double>();
        for (var step = 0; step <= Steps; step++)
        {
            TrialRun.BetweenSteps(cancellation);
            var loss = task.Loss(model.call(probe), targets);
            losses.Add(loss.item<float>());
            if (step < Steps)
            {
                var gradients = autograd.grad([loss], [.. layers.Select(layer => layer.Tensor)]);
                using var frozen = no_grad();
                foreach (var (layer, gradient) in layers.Zip(gradients))
                {
                    var rate = Rate * model.Parameterization[layer.Full].Rule.SgdLearningRate * Math.Pow(n, Point.Of(layer.Name).Rate);
                    layer.Tensor.sub_(gradient * rate);
                }
            }
        }

        using var after = LayerTrace.Record(model, probe);
        var result = Placement.Described(new TrialResult(Id)).With("width", Width).With("seed", Seed).With("point", Point.Name)
            .WithNumber(PlaneQuantity.Loss, Math.Abs(losses[0] - losses[^1]));
        result = LayerChange.Of(before, after).Aggregate(result, (sum, change) =>
        {
            var size = change.Layer == PlanePoint.Readout ? 1 : Math.Sqrt(Width); // from a norm to a root mean square
            return sum.WithNumber(PlaneQuantity.AtInit(change.Layer), change.AtInit / size)
                .WithNumber(PlaneQuantity.Change(change.Layer), change.Change / size);
        });
        return Shares(model, probe, layers.Select(layer => (layer.Name, layer.Tensor)), initial, result);
    }

    /// <summary>How far the output moves if one layer alone takes its update.</summary>
    private static TrialResult Shares(
        DialNet model, Tensor probe, IEnumerable<(string Name, TorchSharp.Modules.Parameter Tensor)> layers, Tensor[] initial,
        TrialResult result)
    {
        using var frozen = no_grad();
        var trained = layers.Select((layer, index) =>
        {
            var final = layer.Tensor.clone();
            layer.Tensor.copy_(initial[index]);
            return (layer.Name, layer.Tensor, Initial: initial[index], Final: final);
        }).ToArray();
        var start = model.call(probe);
        foreach (var layer in trained)
        {
            layer.Tensor.copy_(layer.Final);
            var moved = (model.call(probe) - start).square().mean().sqrt().item<float>();
            layer.Tensor.copy_(layer.Initial);
            result = result.WithNumber(PlaneQuantity.Share(layer.Name), moved);
        }

        return result;
    }
}

/// <summary>Names of what is measured.</summary>
internal static class PlaneQuantity
{
    public const string Loss = "change of the loss";

    public static string AtInit(string layer) => $"{layer} at init";

    public static string Change(string layer) => $"{layer} change";

    public static string Share(string layer) => $"output by {layer}";
}
