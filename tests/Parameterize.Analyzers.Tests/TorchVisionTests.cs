using TorchSharp;

namespace Parameterize.Analyzers.Tests;

/// <summary>Modules of TorchVision as members: those with tensors are refused until they are marked.</summary>
public sealed class TorchVisionTests
{
    private static AnalyzerTest Analyzers { get; } = Subject.With(
        Subject.Setup with { References = [.. Subject.Setup.References, ReferenceAssemblies.Of(typeof(torchvision).Assembly)] });

    public static TheoryData<string, string, string> Held => new()
    {
        { "ResNet", "torchvision.models.resnet18()", "ResNet" },
        { "VGG", "torchvision.models.vgg11()", "VGG" },
        { "torchvision.SqueezeExcitation", "torchvision.ops.SqueezeExcitation(8, 4)", "SqueezeExcitation" },
        { "Module<Tensor, Tensor>", "torchvision.models.resnet18()", "Module<Tensor, Tensor>" },
        { "Module<Tensor, Tensor>", "torchvision.ops.Conv2dNormActivation(3, 8, 3)", "Module<Tensor, Tensor>" },
        { "Sequential", "torchvision.ops.MLP(8, new[] { 16, 8 })", "Sequential" },
        { "Sequential", "Sequential(torchvision.ops.MLP(8, new[] { 16, 8 }), Linear(8, 8))", "Sequential" },
        { "Sequential", "Sequential(torchvision.models.resnet18(), GELU())", "Sequential" },
    };

    private const string OfLibrary = "its class cannot be annotated: build it of modules of the catalogue or of Parameter members";
    private const string OfAnyType = "build it in the constructor of modules of the catalogue or of classes with [Parameterize]";

    [Theory]
    [MemberData(nameof(Held))]
    public Task One_with_tensors_is_refused_with_what_to_write(string type, string made, string held) => Analyzers.Verify(
        Source.Model(members: $"private readonly Linear _mix;\nprivate readonly {type} {{|PMZ0010:_net|}} = {made};"),
        new ExpectedDiagnostic("PMZ0010", $"'_net' is of type '{held}', whose tensors the catalogue does not know; "
            + $"{(held is "Module<Tensor, Tensor>" or "Sequential" ? OfAnyType : OfLibrary)}, or mark it [Unscaled] if it has no width"));

    [Theory]
    [MemberData(nameof(Held))]
    public Task A_mark_is_all_that_it_takes(string type, string made, string held)
    {
        Assert.NotEmpty(held);
        return Analyzers.Verify(
            Source.Initialized(
                members: $"private readonly Linear _mix;\n[Unscaled] private readonly {type} _net = {made};",
                forward: "Mix(_net.call(x))"));
    }

    [Theory]
    [InlineData("StochasticDepth", "new(0.1, torchvision.StochasticDepth.Mode.Batch)", "torchvision.")]
    [InlineData("DropBlock2d", "torchvision.ops.DropBlock2d(0.1, 3)", "")]
    [InlineData("FrozenBatchNorm2d", "torchvision.ops.FrozenBatchNorm2d(8)", "")]
    public Task One_that_trains_nothing_needs_none(string type, string made, string outer) => Analyzers.Verify(
        Source.Initialized(members: $"private readonly Linear _mix;\nprivate readonly {outer}{type} _net = {made};"));

    [Fact]
    public void What_is_said_to_train_nothing_has_no_parameters()
    {
        Assert.Empty(torchvision.ops.FrozenBatchNorm2d(8).parameters());
        Assert.Empty(torchvision.ops.StochasticDepth(0.1, torchvision.StochasticDepth.Mode.Batch).parameters());
    }
}
