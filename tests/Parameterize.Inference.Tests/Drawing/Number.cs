namespace Parameterize.Inference.Tests.Drawing;

/// <summary>An expression of type long.</summary>
/// <param name="Text">Its C#.</param>
/// <param name="Bounds">Between what it lies.</param>
internal readonly record struct Number(string Text, Bounds Bounds)
{
    /// <summary>The same, safe beside any operator.</summary>
    public Number Grouped => Text.All(c => char.IsLetterOrDigit(c) || c is '_' or '.') ? this : this with { Text = $"({Text})" };
}
