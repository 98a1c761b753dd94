using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Model;

/// <summary>A layer's place in a Sequential.</summary>
/// <param name="Name">TorchSharp's name of it there: what it was added as, or its number; with dots where sequences are nested.</param>
/// <param name="Indices">Its number, sequence by sequence.</param>
/// <param name="Type">Its class in TorchSharp.Modules.</param>
internal sealed record StepSpec(string Name, EquatableArray<int> Indices, string Type)
{
    private const string Modules = "global::TorchSharp.Modules.";

    /// <summary>How generated code reaches it from the sequence.</summary>
    /// <param name="sequence">The outermost sequence.</param>
    /// <param name="isOptional">Whether that may be null, and then the layer is.</param>
    public string AccessFrom(string sequence, bool isOptional)
    {
        var mark = isOptional ? "?" : "";
        var steps = Indices.Take(Indices.Count - 1).Aggregate(sequence, (outer, index) => $"(({Modules}Sequential{mark}){outer}{mark}[{Literal.Of(index)}])");
        return $"(({Modules}{Type}{mark}){steps}{mark}[{Literal.Of(Indices[Indices.Count - 1])}])";
    }
}
