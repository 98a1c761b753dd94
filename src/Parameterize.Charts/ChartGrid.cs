using Parameterize.Charts.Axes;
using Parameterize.Charts.Report;
using Parameterize.Charts.Svg;

namespace Parameterize.Charts;

/// <summary>Small multiples: charts side by side that share their axes and, where they show the same series, one legend.</summary>
/// <param name="title">What is seen, in a few words.</param>
public sealed class ChartGrid(string title) : Figure(title)
{
    private readonly List<Chart> _panels = [];

    /// <summary>What the vertical ranges of the panels have in common.</summary>
    public PanelRange Range { get; init; } = PanelRange.Same;

    /// <summary>Columns in a stand-alone file; a page fits as many as there is room for.</summary>
    public int Columns { get; init; } = 3;

    internal IReadOnlyList<Chart> Panels => _panels;

    internal override string Description => $"{Title}: {string.Join("; ", _panels.Select(panel => panel.Description))}";

    /// <summary>Adds a panel.</summary>
    public ChartGrid Add(Chart panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        _panels.Add(panel);
        return this;
    }

    /// <summary>The tables of all panels below one another, with the panel's title in front.</summary>
    public override ReportTable ToTable() => ChartTable.Of(this);

    /// <inheritdoc/>
    public override string ToSvg() => StandaloneSvg.Of(this);

    internal override void WriteHtml(MarkupWriter page, string id) => ChartHtml.Write(page, this, id);

    /// <summary>The panels laid out, with their plots level whatever the rows of their titles and legends.</summary>
    internal IReadOnlyList<ChartFrame> LayLevel(ChartSize size)
    {
        var frames = Lay(size);
        var top = frames.Select(frame => frame.Plot.Top).DefaultIfEmpty().Max();
        return frames.Any(frame => frame.Plot.Top < top) ? Lay(size, top) : frames;
    }

    /// <summary>The panels laid out, each as tall as its title and legend make it.</summary>
    internal IReadOnlyList<ChartFrame> Lay(ChartSize size, double leastTop = 0)
    {
        var ownLegend = SharedLegend() is null;
        return [.. _panels.Select(panel => ChartFrame.Of(panel, size, RangeOfY(panel), ownLegend, leastTop))];
    }

    /// <summary>
    /// The vertical range of a panel: its own, that of all panels, or as long as the longest of theirs with its own in the middle.
    /// </summary>
    internal AxisRange RangeOfY(Chart panel)
    {
        var alike = _panels.Where(one => one.Y.Scale == panel.Y.Scale);
        if (Range == PanelRange.Same)
        {
            return ChartFrame.RangeOfY(panel, alike);
        }

        var own = ChartFrame.RangeOfY(panel, [panel]);
        if (Range == PanelRange.Own)
        {
            return own;
        }

        return own.Longer(alike.Max(one => ChartFrame.RangeOfY(one, [one]).Length));
    }

    /// <summary>The legend of the whole grid, or null when the panels' legends differ and each has its own.</summary>
    internal IReadOnlyList<LegendEntry>? SharedLegend()
    {
        var first = _panels.Count == 0 ? [] : LegendEntry.Of(_panels[0], lines: true);
        return _panels.All(panel => LegendEntry.Of(panel, lines: true).SequenceEqual(first)) ? first : null;
    }
}

/// <summary>What the vertical ranges of the panels of a grid have in common.</summary>
public enum PanelRange
{
    /// <summary>All panels show one range, so that heights compare.</summary>
    Same,

    /// <summary>All show as many units, or decades, each around its own data, so that slopes compare.</summary>
    SameLength,

    /// <summary>Nothing: each fits its data.</summary>
    Own,
}
