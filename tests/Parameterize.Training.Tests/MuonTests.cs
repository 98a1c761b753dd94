using Parameterize.Training.Tests.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Muon = Parameterize.Generated.Muon;

namespace Parameterize.Training.Tests;

/// <summary>The generated Muon: what it does to a matrix, to a model at base width, to a state dict and under a schedule.</summary>
[Collection("torch")]
public sealed class MuonTests
{
    private static readonly string[] s_matrices = ["_mix.weight", "_refine.weight"];

    /// <summary>
    /// Against an exact singular value decomposition: directions stay, and values from 0.01 of the Frobenius norm to all of it come to lie
    /// in the band of the quintic, whose ends were computed on a fine grid.
    /// </summary>
    [Theory]
    [InlineData(24, 24)]
    [InlineData(16, 40)]
    [InlineData(40, 16)]
    public void Five_steps_bring_singular_values_into_the_band_and_keep_directions(long rows, long columns)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        var rank = Math.Min(rows, columns);
        var (left, _) = linalg.qr(randn([rows, rank], ScalarType.Float64, generator: generator));
        var (right, _) = linalg.qr(randn([columns, rank], ScalarType.Float64, generator: generator));
        var values = linspace(0.06, 1, rank, ScalarType.Float64);
        var matrix = left.matmul(diag(values)).matmul(right.transpose(0, 1));

        var direction = Muon.Orthogonalized(matrix, 1e-30, 5);

        Assert.Equal([rows, columns], direction.shape);
        var (u, s, vh) = linalg.svd(direction, fullMatrices: false);
        Assert.InRange(s.min().item<double>(), 0.68, 1.14);
        Assert.InRange(s.max().item<double>(), 0.68, 1.14);
        Assert.True(s.max().item<double>() - s.min().item<double>() > 0.1, "five steps leave a band, and no exact polar factor");
        var inside = left.transpose(0, 1).matmul(direction).matmul(right);
        Assert.InRange((inside - diag(inside.diagonal())).abs().max().item<double>(), 0, 1e-9);
        Assert.InRange((u.matmul(vh) - left.matmul(right.transpose(0, 1))).abs().max().item<double>(), 0, 1e-9);
    }

    [Fact]
    public void A_zero_gradient_moves_nothing_and_is_no_nan()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0, Muon.Orthogonalized(zeros(8, 4), 1e-7, 5).abs().max().item<float>());
    }

    [Fact]
    public void Matrices_in_front_axes_are_orthogonalised_one_by_one()
    {
        using var scope = NewDisposeScope();
        var experts = randn(3, 6, 10);
        var together = Muon.Orthogonalized(experts, 1e-30, 5);
        Assert.All(Enumerable.Range(0, 3), expert => Assert.InRange(
            (together[expert] - Muon.Orthogonalized(experts[expert], 1e-30, 5)).abs().max().item<float>(), 0, 1e-5));
    }

    [Theory]
    [InlineData("64 q, 32 m", new long[] { 64, 32 }, new long[] { 64, 32 })]
    [InlineData("64 q, 32 m, 3, 3", new long[] { 64, 32, 3, 3 }, new long[] { 64, 288 })] // a convolution's kernel
    [InlineData("32 m, 64 q, 3, 3", new long[] { 32, 64, 3, 3 }, new long[] { 64, 288 })] // a transposed one's
    [InlineData("32 m, 64 q", new long[] { 32, 64 }, new long[] { 64, 32 })]
    [InlineData("8, 32 m, 64 q", new long[] { 8, 32, 64 }, new long[] { 8, 64, 32 })] // a parameter of eight experts
    [InlineData(null, new long[] { 64, 32, 3 }, new long[] { 64, 96 })]
    public void A_matrix_is_outputs_by_inputs_and_comes_back_as_its_tensor(string? claim, long[] shape, long[] expected)
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(randn(shape));
        var layout = new Muon.Layout(
            parameter, new TensorParameterization("w", ParameterKind.Hidden, new ParameterRule("hidden"), claim), MuonShape.None, 1);
        var matrices = layout.Matrices(parameter);
        Assert.Equal(expected, matrices.shape);
        Assert.True(layout.Tensor(matrices, parameter).equal(parameter).all().item<bool>());
        Assert.Equal((1, 1), (layout.Shape, layout.LeastSize));
    }

    /// <summary>The factor of the shape at base; m = 4 and q = 2 are the rule's.</summary>
    [Theory]
    [InlineData(MuonShape.Jordan, 128, 1024, 1)]
    [InlineData(MuonShape.Jordan, 1024, 128, 4)] // 512 by 32
    [InlineData(MuonShape.Moonlight, 128, 1024, 3.2)] // 0.2 sqrt(256)
    [InlineData(MuonShape.Moonlight, 800, 128, 4)] // 0.2 sqrt(400)
    [InlineData(MuonShape.None, 1024, 128, 1)]
    public void A_shape_factor_is_that_of_the_base_widths(MuonShape shape, long rows, long columns, double expected)
    {
        using var parameter = new Parameter(zeros(rows, columns));
        var row = new TensorParameterization("w", ParameterKind.Hidden, new ParameterRule("hidden")) { FanIn = 4, FanOut = 2 };
        var layout = new Muon.Layout(parameter, row, shape, 1e-7);
        Assert.Equal(expected, layout.Shape, 12);
        Assert.Equal(1e-7 * Math.Sqrt(8), layout.LeastSize);
    }

    [Theory]
    [InlineData(MuonShape.None)]
    [InlineData(MuonShape.Jordan)]
    [InlineData(MuonShape.Moonlight)]
    public void At_base_width_it_is_plain_code_bit_for_bit(MuonShape shape) => Assert.All(Gauges.All, gauge =>
    {
        using var plain = SeededModels.Build(7, () => new PlainMlp(64));
        using var scaled = SeededModels.Build(7, () => Gauges.Build(gauge, 64, 0.3));
        using var expected = new PlainMuon(plain, s_matrices, 0.02, 0.002, 0.1, (rows, columns) => shape switch
        {
            MuonShape.None => 1,
            MuonShape.Jordan => Math.Sqrt(Math.Max(1, (double)rows / columns)),
            _ => 0.2 * Math.Sqrt(Math.Max(rows, columns)),
        });
        using var actual = Gauges.Optimizer(scaled, "Muon", ("lr", 0.02), ("adamw_lr", 0.002), ("weight_decay", 0.1), ("shape", shape));
        var task = Regression.Of(ScalarType.Float32);

        var losses = TrainingLoop.Run(plain, expected, task, seed: 0, steps: 10);

        Assert.True(losses[^1] < losses[0], "ten steps must have trained something");
        Assert.Equal(losses, TrainingLoop.Run(scaled, actual, task, seed: 0, steps: 10));
        var others = scaled.named_parameters().ToDictionary(item => item.name, item => item.parameter);
        Assert.All(plain.named_parameters(), item => Assert.True(item.parameter.equal(others[item.name]).all().item<bool>(), item.name));
    });

    [Fact]
    public void Only_hidden_matrices_are_orthogonalised_and_the_rest_has_its_own_rate()
    {
        using var model = new TensorProgramsMlp(256, Richness.MaximalUpdate);
        using var muon = model.Muon(lr: 0.02, adamw_lr: 0.003, weight_decay: 0.1);
        var named = model.named_parameters().ToDictionary(item => item.parameter.Handle, item => item.name);
        var groups = muon.ParamGroups.Cast<ParamGroup>().ToArray();

        var matrices = Assert.Single(groups.OfType<Muon.Matrices>());
        Assert.Equal(s_matrices, matrices.Parameters.Select(parameter => named[parameter.Handle]));
        Assert.Equal((0.02, 0.1), (matrices.LearningRate, matrices.Options.weight_decay)); // alpha m^-1/2 = 1 at r = 1/2
        Assert.All(groups.Where(group => group != matrices), group => Assert.IsType<AdamW.Options>(group.Options));
        Assert.Equal(named.Count, groups.Sum(group => group.Parameters.Count()));
        Assert.Equal(
            0.003,
            groups.OfType<AdamW.ParamGroup>()
                .Single(group => group.Parameters.Any(parameter => named[parameter.Handle] == "_readout.weight")).LearningRate);

        using var lazy = new NeuralTangentMlp(256, 0);
        using var slow = lazy.Muon(lr: 0.02);
        Assert.Equal(0.02, slow.ParamGroups.OfType<Muon.Matrices>().Single().LearningRate); // eta = n^r
        using var rich = new NeuralTangentMlp(256, 0.5);
        using var fast = rich.Muon(lr: 0.02);
        Assert.Equal(0.04, fast.ParamGroups.OfType<Muon.Matrices>().Single().LearningRate);
    }

    [Fact]
    public void State_is_saved_and_loaded_and_goes_on_bit_for_bit()
    {
        var task = Regression.Of(ScalarType.Float32);
        using var model = SeededModels.Build(3, () => new NeuralTangentMlp(128, 0.5));
        using var optimizer = model.Muon(adamw_lr: 0.002, weight_decay: 0.1);
        TrainingLoop.Run(model, optimizer, task, seed: 0, steps: 3);
        using var other = SeededModels.Build(4, () => new NeuralTangentMlp(128, 0.5));
        other.load_state_dict(model.state_dict());
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        optimizer.save_state_dict(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        using var read = other.Muon(lr: 1, adamw_lr: 1, momentum: 0, nesterov: false, ns_steps: 1);
        read.load_state_dict(reader);
        using var third = SeededModels.Build(4, () => new NeuralTangentMlp(128, 0.5));
        third.load_state_dict(model.state_dict());
        using var copied = third.Muon(lr: 1, momentum: 0);
        copied.load_state_dict(optimizer.state_dict());

        var losses = TrainingLoop.Run(model, optimizer, task, seed: 1, steps: 3);

        Assert.Equal(losses, TrainingLoop.Run(other, read, task, seed: 1, steps: 3));
        Assert.Equal(losses, TrainingLoop.Run(third, copied, task, seed: 1, steps: 3));
    }

    [Fact]
    public void A_schedule_moves_both_kinds_of_groups_alike()
    {
        using var model = new NeuralTangentMlp(256, 0.25);
        using var optimizer = model.Muon();
        var before = optimizer.ParamGroups.Select(group => group.LearningRate).ToArray();
        Assert.True(before.Distinct().Count() > 1, "there must be ratios to keep");
        var schedule = optim.lr_scheduler.LambdaLR(optimizer, step => 1 / (1.0 + step));
        schedule.step();
        Assert.Equal(before.Select(rate => rate / 2), optimizer.ParamGroups.Select(group => group.LearningRate));
        var cosine = optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max: 10);
        Assert.All(Enumerable.Range(0, 10), _ => cosine.step());
        Assert.All(optimizer.ParamGroups, group => Assert.InRange(group.LearningRate, 0, 1e-12));

        // At a rate of zero nothing moves, be it orthogonalised or not.
        var weights = model.parameters().Select(parameter => parameter.detach().clone()).ToArray();
        foreach (var group in optimizer.ParamGroups)
        {
            group.LearningRate = 0 * group.InitialLearningRate;
        }

        TrainingLoop.Run(model, optimizer, Regression.Of(ScalarType.Float32), seed: 0, steps: 2);
        Assert.All(model.parameters().Zip(weights), pair => Assert.True(pair.First.equal(pair.Second).all().item<bool>()));
    }

    [Fact]
    public void A_closure_is_called_once_and_further_parameters_go_to_adamw()
    {
        using var model = new NeuralTangentMlp(64, 0.5);
        using var optimizer = model.Muon();
        var (inputs, targets) = Regression.Of(ScalarType.Float32).Batch(0, 0);
        var calls = 0;
        using var loss = optimizer.step(() =>
        {
            calls++;
            optimizer.zero_grad();
            var value = nn.functional.mse_loss(model.call(inputs), targets);
            value.backward();
            return value;
        });
        Assert.Equal(1, calls);
        Assert.True(double.IsFinite(loss.item<float>()));

        using var further = new Parameter(ones(3));
        optimizer.add_param_group(new AdamW.ParamGroup([further], lr: 0.1));
        further.sum().backward();
        optimizer.step();
        Assert.InRange((further - 0.9).abs().max().item<float>(), 0, 1e-3);
        Assert.Equal(optimizer.ParamGroups.Cast<ParamGroup>().Sum(group => group.Parameters.Count()), optimizer.state_dict().State.Count);
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new SGD.ParamGroup([further], new SGD.Options())));
    }
}
