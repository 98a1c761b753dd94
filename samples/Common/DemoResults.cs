using System.Text.Json;
using Parameterize.Charts;

namespace Parameterize.Samples;

/// <summary>What the demo measured, as results.json.</summary>
public static class DemoResults
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(string path, IReadOnlyList<SlopeCheck> slopes, IReadOnlyList<TransferCurves> transfer)
    {
        var results = new
        {
            slopes = slopes.SelectMany(check => check.Shown.Select(slope => new
            {
                optimizer = check.Optimizer,
                richness = check.Richness,
                layer = slope.Layer,
                slope = Finite(slope.Slope),
                standardError = Finite(slope.StandardError),
                predicted = slope.Predicted,
            })),
            transfer = transfer.SelectMany(curves => curves.Sweep.Widths.Select(width => new
            {
                parametrization = curves.Parametrization,
                width = width.Width,
                bestLearningRate = width.Best?.Rate,
                driftOctavesPerDoubling = Finite(curves.Sweep.Drift?.OctavesPerDoubling),
                standardError = Finite(curves.Sweep.Drift?.StandardError),
            })),
        };
        AtomicFile.Write(path, JsonSerializer.Serialize(results, Format));
    }

    /// <summary>JSON has no number for what is not known, as the error of a line through two points.</summary>
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
