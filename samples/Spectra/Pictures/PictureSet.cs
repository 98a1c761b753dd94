using static TorchSharp.torch;

namespace Parameterize.Samples.Spectra.Pictures;

/// <summary>Pictures and what is on them.</summary>
/// <param name="Source">Where they are from.</param>
/// <param name="Colours">Numbers of a pixel.</param>
/// <param name="Side">Pixels along an edge.</param>
/// <param name="Pixels">Picture by picture, colour by colour, row by row.</param>
/// <param name="Labels">A class each, from 0.</param>
internal sealed record PictureSet(string Source, int Colours, int Side, IReadOnlyList<float> Pixels, IReadOnlyList<int> Labels)
{
    public int Count => Labels.Count;

    public int Classes => Labels.Max() + 1;

    /// <summary>The first so many.</summary>
    public PictureSet Take(int count) => count >= Count
        ? this
        : this with { Pixels = [.. Pixels.Take(count * Colours * Side * Side)], Labels = [.. Labels.Take(count)] };

    /// <summary>[count, colours, side, side]: mean 0 and variance 1 over all pixels.</summary>
    public Tensor Inputs()
    {
        using var scope = NewDisposeScope();
        var raw = tensor([.. Pixels]).reshape(Count, Colours, Side, Side);
        return ((raw - raw.mean()) / raw.std()).MoveToOuterDisposeScope();
    }

    /// <summary>[count, classes] in doubles: 1 at a picture's class, less what a guess without looking would say.</summary>
    public Tensor Targets()
    {
        using var scope = NewDisposeScope();
        var chosen = nn.functional.one_hot(tensor([.. Labels.Select(label => (long)label)]), Classes).to_type(ScalarType.Float64);
        return (chosen - chosen.mean([0L], keepdim: true)).MoveToOuterDisposeScope();
    }
}
