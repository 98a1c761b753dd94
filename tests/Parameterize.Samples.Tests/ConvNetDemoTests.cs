using Parameterize.Samples.ConvNet;
using static TorchSharp.torch;

namespace Parameterize.Samples.Tests;

/// <summary>What the convolutional sample relies on.</summary>
public sealed class ConvNetDemoTests
{
    [Fact]
    public void Images_depend_on_seed_and_step_alone()
    {
        var task = new GratingTask(side: 8, batchSize: 200);

        var (images, classes) = task.Training.Batch(3, 5);
        var (again, _) = task.Training.Batch(3, 5);
        var (other, _) = task.Training.Batch(3, 6);

        Assert.Equal([200L, 1, 8, 8], images.shape);
        Assert.Equal(Numbers(images), Numbers(again));
        Assert.NotEqual(Numbers(images), Numbers(other));
        Assert.Equal(Enumerable.Range(0, 10).Select(one => (long)one), classes.data<long>().ToArray().Distinct().Order());
    }

    [Fact]
    public void Groups_of_the_optimizer_hold_the_tensors_of_the_blocks_once()
    {
        using var model = new GratingNet(32, 0.25);
        using var optimizer = model.Adam(0.001);

        Assert.Equal(model.parameters().Count(), optimizer.parameters().Count());
        Assert.Equal(model.named_parameters().Select(item => item.name), model.Parameterization.Tensors.Select(row => row.Name));
        Assert.Equal(1, model.Parameterization["_late._first.weight"].InitStd);
        Assert.Equal(Math.Pow(2, -0.5), model.Parameterization["_late._first.weight"].Multiplier, 12);
    }

    private static float[] Numbers(Tensor tensor) => tensor.data<float>().ToArray();
}
