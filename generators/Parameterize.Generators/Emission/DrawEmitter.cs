using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>
/// Writes which layers are drawn before they are scaled: what TorchSharp leaves unwritten is set always, what it draws is drawn again for a
/// generator of the user's.
/// </summary>
internal static class DrawEmitter
{
    private const string Support = TorchSupportEmitter.Class + ".";

    public static void Write(CodeWriter writer, ModelSpec model)
    {
        var scaled = model.Layers.Where(layer => layer.IsScaled).ToArray();
        WriteCalls(writer, "SetNorm", [], scaled.Where(layer => layer.Draw == DefaultDraw.Unset && layer.Tensors.Count > 0));
        WriteCalls(writer, "Redraw", ["generator"], scaled.Where(layer => layer.Draw is DefaultDraw.ByFanIn or DefaultDraw.Normal));
    }

    /// <summary>In the order of the members, which a generator's numbers follow: single layers in one call until a list comes.</summary>
    private static void WriteCalls(CodeWriter writer, string method, string[] arguments, IEnumerable<LayerSpec> layers)
    {
        var single = new List<string>();
        foreach (var layer in Once(layers))
        {
            if (ListOf(layer) is { } list)
            {
                WriteSingle();
                writer.Write(writer.List($"{Support}{method}Each(", [.. arguments, list], ");"));
            }
            else
            {
                single.Add(layer.Access);
            }
        }

        WriteSingle();

        void WriteSingle()
        {
            if (single.Count > 0)
            {
                writer.Write(writer.List($"{Support}{method}(", [.. arguments, .. single], ");"));
                single.Clear();
            }
        }
    }

    /// <summary>The places of one list are drawn together, and so are those of a container that are found by their class.</summary>
    private static IEnumerable<LayerSpec> Once(IEnumerable<LayerSpec> layers) => layers
        .GroupBy(layer => layer.Step is { IsCertain: false } step ? (layer.Root, step.Type) : (layer.Root, layer.Step?.Name ?? ""))
        .Select(places => places.First());

    /// <summary>What holds the layers; null for one that is alone.</summary>
    private static string? ListOf(LayerSpec layer)
    {
        if (layer.Step is { IsCertain: false, Type: var type })
        {
            return $"{Support}Modules(this, {Literal.Of(layer.Root)}, typeof(global::TorchSharp.Modules.{type}))";
        }

        return layer.Container == Container.None ? null : layer.Access;
    }
}
