using Parameterize.Samples.ConvNet;
using static TorchSharp.torch;

namespace Parameterize.Samples.Tests;

/// <summary>The convolutional sample at its smallest size does all that the large one does.</summary>
public sealed class ConvNetDemoTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parameterize-demo-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Writes_its_report()
    {
        var exit = await ConvNet.DemoOptions.Command(Demo.Run).Parse(["--tiny", "--output", _folder.FullName]).InvokeAsync();

        Assert.Equal(0, exit);
        var html = File.ReadAllText(Path.Combine(_folder.FullName, "report.html"));
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("_early._first, Adam", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

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
