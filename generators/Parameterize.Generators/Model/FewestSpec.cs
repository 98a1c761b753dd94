namespace Parameterize.Generators.Model;

/// <summary>How many modules a member holds at least if a loop ran that is read as if it had, and fewer if it did not.</summary>
/// <param name="Root">The name under which the member is registered.</param>
/// <param name="Count">How many.</param>
/// <param name="Loop">The head of the loop, as it is written.</param>
internal sealed record FewestSpec(string Root, int Count, string Loop);

/// <summary>A static number that is read as it is declared, though others can set it.</summary>
/// <param name="Access">How generated code reads it.</param>
/// <param name="Name">How it is spoken of.</param>
/// <param name="Value">What it is declared as.</param>
internal sealed record DeclaredSpec(string Access, string Name, double Value);
