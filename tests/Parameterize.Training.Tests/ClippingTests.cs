using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

/// <summary>
/// Clipping by the norm of all gradients, as generated: TorchSharp's at base width, and the same training at every other in every gauge.
/// </summary>
[Collection("torch")]
public sealed class ClippingTests
{
    private const int Steps = 10;
    private const double Norm = 0.03;

    public static TheoryData<Gauge, string> Cases
    {
        get
        {
            var cases = new TheoryData<Gauge, string>();
            foreach (var gauge in Gauges.All)
            {
                cases.Add(gauge, "SGD");
                cases.Add(gauge, "AdamW");
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void At_base_width_it_is_TorchSharps_bit_for_bit(Gauge gauge, string optimizer)
    {
        using var plain = SeededModels.Build(7, () => new PlainMlp(64));
        using var scaled = SeededModels.Build(7, () => Gauges.Build(gauge, 64, 0.3));

        var (norms, losses) = Train(plain, optimizer, Gauges.Clip);
        var (scaledNorms, scaledLosses) = Train(scaled, optimizer, Gauges.Clip);

        Assert.All(norms[..2], norm => Assert.True(norm > Norm, $"{norm} must be clipped for this to show anything"));
        Assert.Equal(norms, scaledNorms);
        Assert.Equal(losses, scaledLosses);
        Assert.All(plain.parameters().Zip(scaled.parameters()), pair => Assert.True(pair.First.equal(pair.Second).all().item<bool>()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void All_gauges_are_clipped_alike_at_four_times_the_base_width(double richness)
    {
        var runs = Gauges.All.Select(gauge => InDoublePrecision(gauge, richness, Gauges.Clip)).ToArray();
        Assert.All(runs[0].Norms[..2], norm => Assert.True(norm > Norm, $"{norm} must be clipped for this to show anything"));
        Assert.All(runs, run => Assert.InRange(Distance(run.Norms, runs[0].Norms), 0, 1e-9));
        Assert.All(runs, run => Assert.InRange(Distance(run.Losses, runs[0].Losses), 0, 1e-9));

        var plain = Gauges.All.Select(gauge =>
            InDoublePrecision(gauge, richness, (model, norm, _) => nn.utils.clip_grad_norm_(model.parameters(), norm))).ToArray();
        Assert.Contains(plain, run => Distance(run.Norms, plain[0].Norms) > 0.1);
    }

    [Fact]
    public void Models_inside_count_and_what_does_not_train_does_not()
    {
        using var model = new TangentNest(16, 0.5);
        foreach (var parameter in model.parameters())
        {
            parameter.grad = ones_like(parameter);
        }

        var all = model.ClipGradNorm(double.PositiveInfinity, OptimizerFamily.SgdLike);
        Assert.Equal(
            Math.Sqrt(model.Parameterization.Tensors.Sum(row => row.Rule.SgdLearningRate * model.get_parameter(row.Name)!.numel())), all,
            1e-5 * all);

        var frozen = model.get_parameter("_embed.weight")!;
        frozen.requires_grad = false;
        var rest = model.ClipGradNorm(1, OptimizerFamily.SgdLike);
        Assert.Equal(
            Math.Sqrt((all * all) - (model.Parameterization["_embed.weight"].Rule.SgdLearningRate * frozen.numel())), rest, 1e-5 * all);
        Assert.Equal(1, frozen.grad!.max().item<float>());
        Assert.Equal(1, model.ClipGradNorm(2, OptimizerFamily.SgdLike), 1e-4);

        Assert.Equal(
            Math.Sqrt(model.Tower.parameters().Sum(parameter => parameter.grad!.square().sum().item<float>())),
            model.Tower.ClipGradNorm(double.PositiveInfinity, OptimizerFamily.AdamLike),
            1e-5);
    }

    [Fact]
    public void A_block_that_is_held_twice_counts_once_and_a_weight_that_is_unused_not_at_all()
    {
        using var twice = SeededModels.Build(3, () => new TiedModel(64, 2, 0.5, share: true));
        using var sgd = twice.SGD(0.1);
        twice.call(arange(8, ScalarType.Int64).unsqueeze(0)).square().mean().backward();
        var gradients = twice.named_parameters().Where(tensor => tensor.parameter.grad is not null).ToArray();
        Assert.DoesNotContain("_readout.weight", gradients.Select(tensor => tensor.name));

        var expected = Math.Sqrt(gradients.GroupBy(tensor => tensor.parameter.Handle).Select(same => same.First())
            .Sum(tensor => twice.Parameterization[tensor.name].Rule.SgdLearningRate * tensor.parameter.grad!.square().sum().item<float>()));
        Assert.Equal(expected, twice.ClipGradNorm(expected / 2, sgd), 1e-5 * expected);
        Assert.Equal(expected / 2, twice.ClipGradNorm(double.PositiveInfinity, sgd), 1e-4 * expected);
    }

    [Fact]
    public void Without_gradients_the_norm_is_zero()
    {
        using var model = new DialMlp(64, 0.5);
        Assert.Equal(0, model.ClipGradNorm(1, OptimizerFamily.AdamLike, error_if_nonfinite: true));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_norm_that_is_not_finite_throws_where_asked_and_changes_nothing_then(double entry)
    {
        using var model = new DialMlp(128, 0.5);
        var parameters = model.parameters().ToArray();
        foreach (var parameter in parameters)
        {
            parameter.grad = ones_like(parameter);
        }

        parameters[1].grad!.fill_(entry);
        var thrown = Assert.Throws<InvalidOperationException>(() =>
            model.ClipGradNorm(1, OptimizerFamily.SgdLike, error_if_nonfinite: true));
        Assert.Contains("'DialMlp'", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(1, parameters[0].grad!.min().item<float>());

        // TorchSharp's own does the same to the gradients.
        Assert.Equal(entry, model.ClipGradNorm(1, OptimizerFamily.SgdLike));
        Assert.Equal(double.IsNaN(entry) ? double.NaN : 0, parameters[0].grad!.max().item<float>());
    }

    [Fact]
    public void The_optimizer_says_its_family()
    {
        using var model = new DialMlp(256, 0.5);
        foreach (var parameter in model.parameters())
        {
            parameter.grad = ones_like(parameter);
        }

        optim.Optimizer[] sgdLike = [model.SGD(0.1), model.ASGD()];
        optim.Optimizer[] adamLike =
            [model.Adam(), model.AdamW(), model.Adamax(), model.NAdam(), model.RMSProp(), model.Adagrad(), model.Adadelta(), model.Rprop()];
        var (weighted, plain) = (NormOf(OptimizerFamily.SgdLike), NormOf(OptimizerFamily.AdamLike));
        Assert.NotEqual(plain, weighted, 0.1 * plain);
        Assert.All(sgdLike, optimizer => Assert.Equal(weighted, model.ClipGradNorm(double.PositiveInfinity, optimizer)));
        Assert.All(adamLike, optimizer => Assert.Equal(plain, model.ClipGradNorm(double.PositiveInfinity, optimizer)));

        using var other = optim.LBFGS(Linear(2, 2).parameters());
        Assert.Contains(
            "OptimizerFamily", Assert.Throws<ArgumentException>(() => model.ClipGradNorm(1, other)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => model.ClipGradNorm(1, null!));
        Assert.All(
            new[] { -1, double.NaN }, norm => Assert.Throws<ArgumentOutOfRangeException>(() => model.ClipGradNorm(norm, sgdLike[0])));
        Assert.All([.. sgdLike, .. adamLike], optimizer => optimizer.Dispose());

        double NormOf(OptimizerFamily family) => model.ClipGradNorm(double.PositiveInfinity, family);
    }

    private static (double[] Norms, double[] Losses) InDoublePrecision(
        Gauge gauge, double richness, Func<Module, double, optim.Optimizer, double> clip)
    {
        set_default_dtype(ScalarType.Float64);
        try
        {
            using var model = SeededModels.Build(11, () => Gauges.Build(gauge, 4 * 64, richness));
            return Train(model, "SGD", clip, ScalarType.Float64);
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }

    private static (double[] Norms, double[] Losses) Train(
        Module<Tensor, Tensor> model, string optimizer, Func<Module, double, optim.Optimizer, double> clip,
        ScalarType type = ScalarType.Float32)
    {
        using var stepper = optimizer == "SGD"
            ? Gauges.Optimizer(model, optimizer, ("learningRate", 0.3), ("momentum", 0.5))
            : Gauges.Optimizer(model, optimizer, ("lr", 0.005), ("weight_decay", 0.1));
        var task = Regression.Of(type);
        var (norms, losses) = (new double[Steps], new double[Steps]);
        for (var step = 0; step < Steps; step++)
        {
            using var scope = NewDisposeScope();
            var (inputs, targets) = task.Batch(0, step);
            stepper.zero_grad();
            var loss = task.Loss(model.call(inputs), targets);
            loss.backward();
            (norms[step], losses[step]) = (clip(model, Norm, stepper), loss.to_type(ScalarType.Float64).item<double>());
            stepper.step();
        }

        return (norms, losses);
    }

    private static double Distance(IReadOnlyList<double> values, IReadOnlyList<double> others) =>
        values.Zip(others).Max(pair => Math.Abs(pair.First - pair.Second) / Math.Abs(pair.Second));
}
