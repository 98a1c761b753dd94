namespace Parameterize.CodeFixes.Infrastructure;

/// <summary>One way to fix a diagnostic, as the light bulb shows it.</summary>
/// <param name="Title">What it does, as an order.</param>
/// <param name="Key">The same for the same way at every place, so that all can be fixed in that way.</param>
/// <param name="Edits">What it changes.</param>
internal sealed record Offer(string Title, string Key, IReadOnlyList<Edit> Edits);
