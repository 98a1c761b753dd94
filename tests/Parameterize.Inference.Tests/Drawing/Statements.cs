namespace Parameterize.Inference.Tests.Drawing;

/// <summary>A kind of statement, and how often it is drawn.</summary>
/// <param name="Weight">How often.</param>
/// <param name="Draw">Writes one.</param>
internal sealed record Statement(int Weight, Action<Sketch> Draw);

/// <summary>All kinds of statements.</summary>
internal static class Statements
{
    public static IReadOnlyList<Statement> All { get; } = [.. Locals.All, .. Containers.All, .. Objects.All, .. Functions.All, .. Flow.All];
}
