namespace Parameterize.Inference.Tests.Oracle;

/// <summary>The source of one annotated class, whose name is <c>M</c>, with whatever it uses.</summary>
/// <param name="Folder">The kind of C# that it is about.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Text">The declarations, without usings and without a namespace.</param>
internal sealed record ModelText(string Folder, string Name, string Text)
{
    /// <summary>Where it is compiled: models of one batch cannot see each other.</summary>
    public string Namespace { get; } = string.Concat($"Case_{Folder}_{Name}".Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    /// <summary>The whole file. The namespace stands on the first line, so that lines keep their numbers.</summary>
    public string Source => $"namespace {Namespace}; {Text}";

    /// <inheritdoc/>
    public override string ToString() => $"{Folder}/{Name}";
}
