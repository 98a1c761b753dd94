namespace Parameterize.Experiments;

/// <summary>A part of a report.</summary>
internal sealed record ReportSection(string Heading, string Prose, Figure? Figure, ReportTable? Table, string? Command);
