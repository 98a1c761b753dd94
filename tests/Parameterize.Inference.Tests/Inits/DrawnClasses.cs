using System.Reflection;
using System.Runtime.Loader;
using Parameterize.Inference.Tests.Oracle;
using TorchSharp;
using static TorchSharp.torch;

namespace Parameterize.Inference.Tests.Inits;

/// <summary>
/// Classes with an init of their own, built at several widths on TorchSharp: the std of each tensor is that at base widths times sigma, and
/// at base its bits are those of the same class without InitializeParameters.
/// </summary>
/// <param name="name">What they are called together.</param>
/// <param name="texts">Each with an annotated class M, of base width 64, and its plain twin.</param>
/// <param name="arguments">What their constructors take behind the width.</param>
internal sealed class DrawnClasses(string name, IEnumerable<ModelText> texts, params object[] arguments)
{
    private const long Base = 64;

    private readonly Lazy<Task<Assembly>> _models = new(() => Compiled(name, [.. texts]));

    /// <param name="text">Which.</param>
    /// <param name="least">How many entries a tensor has whose std is looked at.</param>
    public async Task AssertStds(ModelText text, long least)
    {
        var type = await Class(text, "M");
        var atBase = Built(type, Base);
        foreach (var width in new[] { 2 * Base, 4 * Base })
        {
            foreach (var (tensor, (std, sigma, count)) in Built(type, width).Where(one => one.Value.Count >= least))
            {
                // Six standard errors, of a sample at either width.
                var tolerance = 6 * (1 / Math.Sqrt(count) + 1 / Math.Sqrt(atBase[tensor].Count)) / Math.Sqrt(2);
                Assert.True(
                    Math.Abs(std - (atBase[tensor].Std * sigma)) <= tolerance * atBase[tensor].Std * sigma,
                    FormattableString.Invariant(
                        $"{text}: {tensor} at width {width} has std {std:G4}, wanted {atBase[tensor].Std:G4} times {sigma:G4}"));
            }
        }
    }

    /// <param name="text">Which.</param>
    /// <param name="plain">The name of its plain twin.</param>
    public async Task AssertBitsAtBase(ModelText text, string plain)
    {
        using var mine = Make(await Class(text, "M"), Base);
        using var twin = Make(await Class(text, plain), Base);
        foreach (var ((tensor, own), (_, theirs)) in mine.named_parameters().Zip(twin.named_parameters()))
        {
            Assert.True(own.bytes.SequenceEqual(theirs.bytes), $"{text}: {tensor}");
        }
    }

    private async Task<Type> Class(ModelText text, string of) =>
        (await _models.Value).GetType($"{text.Namespace}.{of}", throwOnError: true)!;

    private Dictionary<string, (double Std, double Sigma, long Count)> Built(Type type, long width)
    {
        using var scope = NewDisposeScope();
        using var model = Make(type, width);
        var rows = ((IParameterizedModel)model).Parameterization;
        return model.named_parameters().ToDictionary(
            parameter => parameter.name,
            parameter =>
                (parameter.parameter.square().mean().sqrt().ToDouble(), rows[parameter.name].InitStd, parameter.parameter.numel()));
    }

    private nn.Module Make(Type type, long width)
    {
        set_num_threads(1);
        manual_seed(5);
        return (nn.Module)Activator.CreateInstance(type, [width, .. arguments])!;
    }

    private static async Task<Assembly> Compiled(string name, ModelText[] texts)
    {
        var (image, others) = await Compiler.Compile(texts);
        Assert.True(others.Count == 0, string.Join("\n", others.Select(pair => $"{pair.Key}: {pair.Value}")));
        var warnings = await Compiler.Warnings(texts);
        Assert.True(warnings.Count == 0, string.Join("\n", warnings));
        return new AssemblyLoadContext(name).LoadFromStream(new MemoryStream(image));
    }
}
