using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests;

/// <summary>A network of TorchVision inside of an annotated class.</summary>
public sealed class BackboneTests
{
    private const long Base = 8;

    [Theory]
    [InlineData(Base)]
    [InlineData(4 * Base)]
    public void It_is_as_it_was_at_every_width_and_trains(long width)
    {
        manual_seed(1);
        using var alone = torchvision.models.resnet18(num_classes: 16, device: CPU);
        manual_seed(1);
        using var model = new FineTuned(width);

        Assert.All(
            alone.named_parameters(),
            plain => Assert.True(plain.parameter.allclose(model.get_parameter("_backbone." + plain.name)!), plain.name));

        var rows = model.Parameterization.Tensors.Where(tensor => tensor.Name.StartsWith("_backbone", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal((1.0, 1.0, 1.0), (row.Multiplier, row.Rule.AdamLearningRate, row.Rule.SgdLearningRate)));

        using var optimizer = model.AdamW(1e-3);

        var before = model.Backbone.parameters().First().detach().clone();
        using var images = randn(2, 3, 32, 32);
        for (var step = 0; step < 3; step++)
        {
            optimizer.zero_grad();
            using var loss = model.call(images).pow(2).mean();
            loss.backward();
            optimizer.step();
            Assert.True(double.IsFinite(loss.item<float>()));
        }

        Assert.False(before.allclose(model.Backbone.parameters().First()));
    }

    [Fact]
    public void What_follows_it_scales()
    {
        using var model = new FineTuned(4 * Base);
        Assert.Contains(model.Parameterization.Tensors, tensor => tensor.Name == "_readout.weight" && tensor.Multiplier == 0.25);
    }
}

/// <summary>A network of TorchVision with a head that widens.</summary>
[Parameterize(BaseWidth = 8)]
public sealed partial class FineTuned : Module<Tensor, Tensor>
{
    [Unscaled] private readonly ResNet _backbone;
    private readonly Linear _mix;
    private readonly Linear _readout;

    public FineTuned([Width] long width) : base(nameof(FineTuned))
    {
        _backbone = torchvision.models.resnet18(num_classes: 16, device: CPU);
        _mix = Linear(16, width);
        _readout = Linear(width, 10);
        InitializeParameters();
    }

    internal ResNet Backbone => _backbone;

    public override Tensor forward(Tensor input) => Readout(functional.relu(Mix(_backbone.call(input))));
}
