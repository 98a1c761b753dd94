using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>Writes the part of a class that says how it scales: the file that a reviewer reads.</summary>
internal static class ModelEmitter
{
    public static string Emit(ModelSpec model)
    {
        var names = new ArgumentNames(model);
        return GeneratedPart.Of(model.Declaration, " : global::Parameterize.INestedModel", writer =>
        {
            TableEmitter.Write(writer, model);
            InitializationEmitter.Write(writer, model, names);
            ResolutionEmitter.Write(writer, model, names);
            ScaleEmitter.WriteProperties(writer, model);
            ForwardEmitter.Write(writer, model);
        });
    }

    /// <summary>The layers whose multipliers are not 1 at every width, and which have a field for it.</summary>
    public static IEnumerable<LayerSpec> WithMultiplier(ModelSpec model) => model.Layers.Where(HasMultiplier);

    /// <summary>Whether there is a field for the multiplier of a layer.</summary>
    public static bool HasMultiplier(LayerSpec layer) =>
        layer.ForwardName.Length > 0 && layer.Tensors.Count > 0 && !layer.Tensors[0].Scaling.Multiplier.IsOne;
}
