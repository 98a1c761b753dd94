using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>The order in which the places of one member claim their tensors: the last, those at known places, any.</summary>
internal sealed class PlaceOrder : IComparer<LayerSpec>
{
    public static PlaceOrder Instance { get; } = new();

    public int Compare(LayerSpec? x, LayerSpec? y)
    {
        var (a, b) = (Segments(x), Segments(y));
        return a.Zip(b, static (one, other) => one - other).FirstOrDefault(static difference => difference != 0);
    }

    private static IEnumerable<int> Segments(LayerSpec? layer) => (layer?.Place ?? layer?.Step?.Name ?? "")
        .Split('.')
        .Select(static segment => segment switch
        {
            "*" => 2,
            _ when segment.StartsWith("^", StringComparison.Ordinal) => 0,
            _ => 1,
        });
}
