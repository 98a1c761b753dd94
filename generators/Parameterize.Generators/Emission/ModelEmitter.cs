using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>Writes the part of a class that says how it scales: the file that a reviewer reads.</summary>
internal static class ModelEmitter
{
    public static string Emit(ModelSpec model)
    {
        var names = new ArgumentNames(model);
        var factors = new FactorExpression(names.Richness, names.Gamma);
        return GeneratedPart.Of(model.Declaration, " : global::Parameterize.INestedModel", writer =>
        {
            TableEmitter.Write(writer, model);
            InitializationEmitter.Write(writer, model, names, factors);
            ScaleEmitter.WriteProperties(writer, model);
            ForwardEmitter.Write(writer, model);
        });
    }

    /// <summary>The fields that hold multipliers which are not 1 at every width.</summary>
    public static IEnumerable<LayerSpec> WithMultiplier(ModelSpec model) =>
        model.Layers.Where(layer => layer.ForwardName.Length > 0 && layer.Tensors.Count > 0 && !layer.Tensors[0].Scaling.Multiplier.IsOne);
}
