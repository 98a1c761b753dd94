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
    public string AccessFrom(string sequence)
    {
        var steps = Indices.Take(Indices.Count - 1).Aggregate(sequence, (outer, index) => $"(({Modules}Sequential){outer}[{Literal.Of(index)}])");
        return $"(({Modules}{Type}){steps}[{Literal.Of(Indices[Indices.Count - 1])}])";
    }
}
