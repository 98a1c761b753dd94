namespace Parameterize.Charts.Tests.Browser;

/// <summary>A page with everything that a script can bring to life.</summary>
internal static class LivePages
{
    public static ReportPage Everything() => new ReportPage("Everything that moves")
    {
        Introduction = "For `LivePageTests`: n^(1/2) and all.",
    }
        .Section("One chart", "With names at the ends of its lines.", Sweep())
        .Section("A grid", "Layers over width, predictions dashed.", Layers())
        .Section("Long lines", "Told apart without colour.", Modes());

    private static Chart Sweep()
    {
        var chart = new Chart("Loss over learning rate") { X = Axis.Log2("learning rate"), Y = Axis.Linear("loss") };
        foreach (var width in new[] { 64, 128, 256 })
        {
            var best = -7 - Math.Log2(width / 64.0) / 2;
            chart.Line($"width {width}", Enumerable.Range(-10, 7).Select(At)).Mark(At((int)Math.Round(best)), $"2^{Math.Round(best)}");

            (double, double) At(int power) => (Math.Pow(2, power), 2 - Math.Log2(width) / 20 + Math.Pow(power - best, 2) / 9);
        }

        return chart;
    }

    private static ChartGrid Layers()
    {
        var grid = new ChartGrid("Change </script> of \"layers\"") { Columns = 2 };
        var noise = new Noise(3);
        foreach (var (name, extra) in new[] { ("muP", 0.0), ("standard", 0.5) })
        {
            var chart = new Chart(name) { X = Axis.Log2("width"), Y = Axis.Log10("rms change") };
            foreach (var (index, layer) in new[] { "_embed", "_mix", "_readout" }.Index())
            {
                var color = SeriesColor.Categorical(index);
                var measured = from width in new[] { 64, 128, 256, 512, 1024 }
                               from _ in Enumerable.Range(0, 3)
                               select ((double)width, 0.1 / (index + 1) * Math.Pow(width / 64.0, extra) * Math.Exp(0.1 * noise.Next()));
                chart.Line(layer, SeedBand.Of(measured), LineStyle.Of(color)).Guide(0, (64, 0.1 / (index + 1)), "predicted", color);
            }

            grid.Add(chart);
        }

        return grid;
    }

    private static Chart Modes()
    {
        var chart = new Chart("Modes over time") { X = Axis.Linear("time"), Y = Axis.Linear("size") };
        foreach (var mode in Enumerable.Range(0, 5))
        {
            var points = Enumerable.Range(0, 300).Select(step => (step / 10.0, 1 / (mode + 1 + Math.Exp(8 + 2 * mode - step / 10.0))));
            chart.Line($"mode {mode + 1}", points, style: LineStyle.Of(SeriesColor.Sequence(mode, 5)));
        }

        return chart;
    }
}
