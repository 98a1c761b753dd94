namespace Parameterize.Charts.Report;

/// <summary>A part of a report.</summary>
internal sealed record ReportSection(string Heading, string Prose, Figure? Figure, ReportTable? Table, string? Command);
