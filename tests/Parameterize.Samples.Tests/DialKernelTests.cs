using Parameterize.Experiments;
using Parameterize.Experiments.Training;
using Parameterize.Samples.RichnessDial;
using Parameterize.Samples.RichnessDial.Kernel;
using static TorchSharp.torch;

namespace Parameterize.Samples.Tests;

/// <summary>A network beside its linearization: what that is made of, and the study at its smallest size.</summary>
public sealed class DialKernelTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parameterize-kernel-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_linearization_pushes_as_finite_differences_do_and_pulls_back_its_transpose()
    {
        using var scope = NewDisposeScope();
        using var model = Placement.In(ScalarType.Float64).Build(3, () => new DialNet(128, 0.25));
        var inputs = Teacher.Batch(1, 0, 6, ScalarType.Float64).Inputs;
        using var linear = Linearization.Of(model, inputs);
        var generator = new Generator(5);
        var parameters = model.parameters().ToArray();
        Tensor[] direction = [.. parameters.Select(parameter => randn(parameter.shape, dtype: ScalarType.Float64, generator: generator))];
        var weights = randn([6], dtype: ScalarType.Float64, generator: generator);
        var pushed = linear.Push(direction);
        var pulled = linear.Pull(weights);

        Assert.Equal(
            pushed.dot(weights).item<double>(), pulled.Zip(direction, (one, other) => (one * other).sum().item<double>()).Sum(), 1e-9);
        Assert.True(linear.Kernel(6).allclose(TangentKernel.Of(model, inputs), 1e-9, 1e-12));
        const double step = 1e-5;
        var difference = (Moved(step) - Moved(-2 * step)) / (2 * step);
        Assert.All(difference.data<double>().Zip(pushed.data<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));

        Tensor Moved(double by)
        {
            using var frozen = no_grad();
            foreach (var (parameter, along) in parameters.Zip(direction)) parameter.add_(along * by);
            return model.call(inputs).flatten();
        }
    }

    [Fact]
    public void Lazy_networks_become_their_linearization_with_width_and_rich_ones_do_not()
    {
        var run = new SampleRun(_folder, SampleSize.Tiny);
        using var store = run.OpenTrials();

        var results = KernelStudy.Run(run, store);

        foreach (var quantity in new[] { KernelQuantity.Linearization, KernelQuantity.Regression })
        {
            var (lazy, rich) = (Slope(quantity, 0), Slope(quantity, 0.5));
            Assert.True(lazy < -0.5, $"{quantity} goes like n^{lazy} at r = 0.");
            Assert.True(lazy < rich - 0.4, $"{quantity} goes like n^{lazy} at r = 0 and like n^{rich} at r = 1/2.");
        }

        var turns = results.Alignments.ToDictionary(slope => slope.Richness, slope => slope.Slope);
        Assert.True(
            turns[0] < turns[0.5] - 0.4, $"The alignment's change goes like n^{turns[0]} at r = 0 and like n^{turns[0.5]} at r = 1/2.");

        // What a readout that is drawn adds falls with width, and so do both together.
        var drawn = Assert.Single(results.DrawnGaps);
        Assert.Equal((-0.5, 0), (drawn.PredictedFrom, drawn.Predicted));
        Assert.InRange(drawn.Slope, -0.7, Slope(KernelQuantity.Linearization, 0.5) - 0.1);

        double Slope(string quantity, double richness) =>
            results.Gaps.Single(slope => slope.Quantity == quantity && slope.Richness == richness).Slope;
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 2, 4 }, 1)] // y y'
    [InlineData(new[] { 4.0, -2, -2, 1 }, 0)] // orthogonal to y
    public void Alignment_is_1_for_the_labels_own_kernel(double[] kernel, double expected)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(expected, KernelAlignment.Of(tensor(kernel).reshape(2, 2), tensor([1.0, 2])), 1e-12);
    }
}
