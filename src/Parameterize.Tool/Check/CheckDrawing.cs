using Parameterize.Charts;
using Parameterize.Charts.Report;
using Parameterize.Experiments.Coordinates;
using Parameterize.Experiments.Shapes;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Tool.Check;

/// <summary>Draws what checks measured, the standard parametrization beside them.</summary>
internal sealed class CheckDrawing
{
    private readonly List<CheckReport> _checked = [];
    private readonly List<CheckReport> _beside = [];
    private readonly FileInfo _file;

    private CheckDrawing(FileInfo file) => _file = file;

    /// <summary>A drawing to be written there; null if none is asked for.</summary>
    /// <exception cref="UserException">It is neither a page nor a drawing.</exception>
    public static CheckDrawing? To(FileInfo? file) => file switch
    {
        null => null,
        { Extension: ".html" or ".htm" or ".svg" } => new CheckDrawing(file),
        _ => throw new UserException($"--output writes a page (.html) or a drawing (.svg), not '{file.Name}'."),
    };

    /// <summary>What is drawn beside what was checked: the baselines that were not checked themselves.</summary>
    public IEnumerable<string> Beside(IEnumerable<string> all, IEnumerable<string> withoutBaselines) =>
        all.Except(withoutBaselines, StringComparer.Ordinal).Except(_checked.Select(report => report.Variant), StringComparer.Ordinal);

    /// <summary>Adds what was checked.</summary>
    public void Add(CheckReport report) => _checked.Add(report);

    /// <summary>Adds what is only drawn.</summary>
    public void AddBeside(CheckReport report) => _beside.Add(report);

    /// <summary>Writes the file, and returns its path.</summary>
    public string Write()
    {
        if (_file.Extension == ".svg")
        {
            Plot().WriteSvg(_file.FullName);
        }
        else
        {
            Page().Write(_file.FullName);
        }

        return _file.FullName;
    }

    private ReportPage Page()
    {
        var page = new ReportPage($"Coordinate check of {string.Join(", ", _checked.Select(report => report.Model).Distinct())}");
        foreach (var report in _checked)
        {
            if (report.Shapes is { Passed: false } shapes)
            {
                var heading = $"{report.Variant}: {shapes.Summary} Nothing is trained.";
                page.Section(heading, shapes.Diagnosis, table: ShapeTable.Of(shapes.Verdicts));
            }
            else
            {
                CoordinatePage.Verdicts(page, $"{report.Variant}: {report.Model}", report.Richness, report.Verdicts);
            }
        }

        return Trained.Any() ? page.Section("Step by step", CoordinatePage.Legend, Plot()) : page;
    }

    private IEnumerable<CheckReport> Trained => _checked.Concat(_beside).Where(report => report.Course.Count > 0);

    private ChartGrid Plot() =>
        CoordinatePlot.Of("Layers over width", "width", [.. Trained.Select(report => (report.Variant, report.Course))]);
}
