using System.Globalization;

namespace Parameterize.Training.Tests.MicrosoftMup;

/// <summary>One tensor of one model at one width, as microsoft/mup sets it up.</summary>
public sealed record MupRow(
    string Model,
    int Ratio,
    string Tensor,
    double Multiplier,
    double Draw,
    double InitStd,
    double SgdRate,
    double SgdDecay,
    double AdamRate,
    double AdamDecay,
    double DecoupledRate,
    double DecoupledDecay);

/// <summary>What was read off the running peer: Data/microsoft-mup.csv, which also says how.</summary>
internal static class MupTable
{
    private static readonly MupRow[] Rows = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "microsoft-mup.csv"))
        .Where(line => !line.StartsWith('#'))
        .Skip(1)
        .Select(line => line.Split(','))
        .Select(cells => (cells, numbers: cells[3..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()))
        .Select(row => new MupRow(
            row.cells[0],
            int.Parse(row.cells[1], CultureInfo.InvariantCulture),
            "_" + row.cells[2],
            row.numbers[0],
            row.numbers[1],
            row.numbers[2],
            row.numbers[3],
            row.numbers[4],
            row.numbers[5],
            row.numbers[6],
            row.numbers[7],
            row.numbers[8]))];

    public static IReadOnlyList<MupRow> Of(string model, int ratio) => [.. Rows.Where(row => row.Model == model && row.Ratio == ratio)];
}
