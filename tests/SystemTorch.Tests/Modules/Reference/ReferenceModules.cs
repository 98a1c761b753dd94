using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SystemTorch.Tests.Modules;

/// <summary>The modules of modules.cpp, and what they make of the same inputs.</summary>
internal static class ReferenceModules
{
    internal static IReadOnlyDictionary<string, Func<(Module Module, (string Name, Tensor Value)[] Results)>> All { get; } =
        new Dictionary<string, Func<(Module, (string, Tensor)[])>>
        {
            ["EmbeddingBag"] = () => (EmbeddingBag(5, 3), []),
            ["Bilinear"] = () => Of(Bilinear(2, 3, 4), layer => [("o", layer.call(X(5, 2), X(5, 3)))]),
            ["Conv3d"] = () => Of(
                Conv3d(2, 4, 3, groups: 2, padding: 1, padding_mode: PaddingModes.Circular), layer => [("o", layer.call(X(1, 2, 3, 4, 5)))]),
            ["Conv2d replicate"] = () => Of(
                Conv2d(2, 4, (3, 2), padding: (2, 1), padding_mode: PaddingModes.Replicate), layer => [("o", layer.call(X(1, 2, 5, 4)))]),
            ["ConvTranspose1d"] = () => Of(
                ConvTranspose1d(4, 2, 3, stride: 2, groups: 2),
                layer => [("o", layer.call(X(1, 4, 5))), ("o12", layer.forward(X(1, 4, 5), [12]))]),
            ["ConvTranspose2d"] = () => Of(
                ConvTranspose2d(4, 2, 3, stride: 2, output_padding: 1, dilation: 2), layer => [("o", layer.call(X(1, 4, 5, 3)))]),
            ["ConvTranspose3d"] = () => Of(ConvTranspose3d(2, 2, 2), layer => [("o", layer.call(X(1, 2, 3, 3, 3)))]),
        };

    private static (Module, (string, Tensor)[]) Of<T>(T module, Func<T, (string, Tensor)[]> apply) where T : Module =>
        (module, apply(module));

    private static Tensor X(params long[] shape) =>
        arange(shape.Aggregate((a, b) => a * b), float64).sin().to_type(ScalarType.Float32).reshape(shape);
}
