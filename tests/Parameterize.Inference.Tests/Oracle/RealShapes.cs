using System.Reflection;
using TorchSharp;
using Module = TorchSharp.torch.nn.Module;

namespace Parameterize.Inference.Tests.Oracle;

/// <summary>Reads the fans of every tensor off a model that was built, by what TorchSharp documents of its modules' shapes.</summary>
internal static class RealShapes
{
    public static IReadOnlyDictionary<string, Extent> Of(Module model)
    {
        var owners = model.named_modules()
            .Where(named => named.name.Length > 0)
            .Append(("", model))
            .ToDictionary(named => named.Item1, named => named.Item2);
        return model.named_parameters().ToDictionary(named => named.name, named =>
        {
            // The innermost module that C# knows; what libtorch has inside of it, an attention's projection, is part of its name.
            var owner = Prefixes(named.name).First(owners.ContainsKey);
            return Of(owners[owner], named.name[owner.Length..].TrimStart('.'), named.parameter);
        });
    }

    private static IEnumerable<string> Prefixes(string name)
    {
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
            yield return name[..dot];
        yield return "";
    }

    private static Extent Of(Module owner, string name, torch.Tensor tensor)
    {
        var shape = tensor.shape;
        double entries = tensor.numel();
        var axes = AxesOf(owner, name);
        var isVector = axes is null
            && (shape.Length < 2 || name.Split('.')[^1].StartsWith("bias", StringComparison.Ordinal) || IsNorm(owner));
        var (fanIn, fanOut) = axes is { } along ? (Along(along.FanIn), Along(along.FanOut))
            : isVector ? (1, entries)
            : owner.GetType().Name switch
            {
                "Embedding" or "EmbeddingBag" => (1, Along(1)),
                "ConvTranspose1d" or "ConvTranspose2d" or "ConvTranspose3d" =>
                    (entries / Along(1) / GroupsOf(owner), Along(1) * GroupsOf(owner)),
                _ => (entries / Along(0), Along(0)),
            };
        return new(fanIn, fanOut, isVector, $"[{string.Join(", ", shape)}]");

        double Along(int axis) => axis == All ? entries : axis < 0 ? 1 : shape[axis];
    }

    private static long GroupsOf(Module convolution) =>
        Convert.ToInt64(
            convolution.GetType().GetProperty("groups")!.GetValue(convolution), System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsNorm(Module owner) => owner.GetType().Name.Contains("Norm", StringComparison.Ordinal);

    /// <summary>
    /// The axes that the attribute of a bare parameter names. Where it names none, one alone grows, and all together grow as that one does.
    /// </summary>
    private static (int FanIn, int FanOut)? AxesOf(Module owner, string name) =>
        owner.GetType()
            .GetField(
                name, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)?.GetCustomAttribute<LayerAttribute>() switch
        {
            null => null,
            InputAttribute { FanIn: < 0, FanOut: < 0 } => (None, All),
            OutputAttribute { FanIn: < 0, FanOut: < 0 } => (All, None),
            var attribute => (attribute.FanIn, attribute.FanOut),
        };

    private const int None = -1;
    private const int All = -2;
}
