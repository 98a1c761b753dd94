using Parameterize.Charts.Report;
using Parameterize.Charts.Svg;

namespace Parameterize.Charts;

/// <summary>Something to look at in a report: a chart or a grid of charts.</summary>
/// <param name="title">What is seen, in a few words.</param>
public abstract class Figure(string title)
{
    /// <summary>What is seen, in a few words.</summary>
    public string Title { get; } = title;

    /// <summary>What a screen reader says.</summary>
    internal abstract string Description { get; }

    /// <summary>The numbers of the figure.</summary>
    public abstract ReportTable ToTable();

    /// <summary>A stand-alone SVG document with its own styles, light or dark by the reader's preference: for a README.</summary>
    public abstract string ToSvg();

    /// <summary>Writes the stand-alone SVG: whole or not at all.</summary>
    public void WriteSvg(string path) => AtomicFile.Write(path, ToSvg());

    /// <summary>Writes the figure into a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="id">Prefix for ids, unique in the page.</param>
    internal abstract void WriteHtml(MarkupWriter page, string id);
}
