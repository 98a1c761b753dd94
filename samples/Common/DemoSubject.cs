namespace Parameterize.Samples;

/// <summary>What a report says of its demo.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Introduction">What was trained on what.</param>
/// <param name="Slopes">What the charts of slopes show.</param>
/// <param name="Optimizer">Whose rate the sweep looks for.</param>
public sealed record DemoSubject(string Title, string Introduction, string Slopes, string Optimizer);
