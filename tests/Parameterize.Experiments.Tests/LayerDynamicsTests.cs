using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Tests;

/// <summary>Tangent kernel, its drift, and the parts of a layer's change, on models small enough to work out.</summary>
public class LayerDynamicsTests
{
    [Fact]
    public void The_kernel_of_a_linear_layer_is_that_of_its_inputs_times_its_rate()
    {
        using var model = new OneLayer(rate: 3);
        using var inputs = tensor([1.0, 2, 0, 4], [2, 2]);

        using var kernel = TangentKernel.Of(model, inputs);

        Assert.Equal([15, 24, 24, 48], kernel.data<double>().ToArray());
    }

    [Fact]
    public void Drift_is_relative()
    {
        using var before = tensor([3.0, 4], [1, 2]);
        using var after = tensor([3.0, 9], [1, 2]);

        Assert.Equal(1, KernelDrift.Between(before, after), 1e-12);
        Assert.Equal(0, KernelDrift.Between(before, before));
        Assert.Equal(-1, KernelDrift.PredictedSlope(0));
        Assert.Equal(0, KernelDrift.PredictedSlope(0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => KernelDrift.PredictedSlope(0.6));
    }

    [Fact]
    public void A_change_has_the_parts_own_and_passed_on()
    {
        using var model = Sequential(("first", Linear(1, 1, hasBias: false)), ("second", Linear(1, 1, hasBias: false)));
        using var inputs = ones(1, 1);
        Set(model, 2, 3);
        using var before = LayerTrace.Record(model, inputs);
        Set(model, 4, 8);
        using var after = LayerTrace.Record(model, inputs);

        var changes = LayerChange.Of(before, after);

        Assert.Equal(["first", "second"], changes.Select(change => change.Layer));
        Assert.Equal(new LayerChange("first", 2, 2, 2, 0, 1, 1), changes[0]);
        Assert.Equal(new LayerChange("second", 6, 26, 20, 6, 1, 1), changes[1]);
    }

    [Fact]
    public void Divergence_is_a_result()
    {
        using var model = Sequential(("only", Linear(1, 1, hasBias: false)));
        using var inputs = ones(1, 1);
        using var before = LayerTrace.Record(model, inputs);
        Set(model, double.NaN);
        using var after = LayerTrace.Record(model, inputs);

        Assert.True(double.IsNaN(LayerChange.Of(before, after)[0].Change));
    }

    private static void Set(Module model, params double[] weights)
    {
        using var noGradient = no_grad();
        foreach (var (parameter, value) in model.parameters().Zip(weights)) parameter.fill_(value);
    }

    private sealed class OneLayer : Module<Tensor, Tensor>, IParameterizedModel
    {
        private readonly Linear _only = Linear(2, 1, hasBias: false, dtype: ScalarType.Float64);

        public OneLayer(double rate)
            : base(nameof(OneLayer))
        {
            RegisterComponents();
            Parameterization = new ModelParameterization(
                nameof(OneLayer),
                Gauge.NeuralTangent,
                0,
                1,
                1,
                [new TensorParameterization("_only.weight", ParameterKind.Finite, new ParameterRule("finite") { SgdLearningRate = rate })]);
        }

        public ModelScaling Scaling => throw new NotSupportedException();

        public ModelParameterization Parameterization { get; }

        public override Tensor forward(Tensor input) => _only.call(input);
    }
}
